package umemtck.tla.mutants;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A mutant that nothing kills, and why that is right.
 *
 * @param id of the mutant
 * @param why kind of reason: {@code equivalent}, {@code bounds} or {@code environment}
 * @param reason in a sentence
 */
public record Survivor(
    @JsonProperty(required = true) String id,
    @JsonProperty(required = true) String why,
    @JsonProperty(required = true) String reason) {}
