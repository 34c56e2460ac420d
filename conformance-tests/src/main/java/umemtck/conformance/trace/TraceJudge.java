package umemtck.conformance.trace;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import umemtck.conformance.catalogue.Catalogue;
import umemtck.conformance.judge.Judge;
import umemtck.conformance.judge.Ruling;
import umemtck.conformance.session.Misuses;
import umemtck.reference.model.Answer;
import umemtck.reference.model.Breach;
import umemtck.reference.model.ModelConfig;
import umemtck.reference.model.UmemModel;
import umemtck.spec.Strength;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Event;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.subject.Feature;

/** The Java judge, who judges every run, before the machines of a trace. */
public final class TraceJudge {
  private final UmemModel model;
  private final Catalogue catalogue = Catalogue.load();

  /** By the contract of a profile, for machines that declare this. */
  public TraceJudge(ModelConfig config) {
    model = new UmemModel(config);
  }

  private boolean binds(Breach breach) {
    return breach.facet().equals(Breach.UNDECLARED)
        || catalogue.facet(breach.facet()).strength().get(model.config().profile())
            == Strength.MUST;
  }

  /** Judges what was seen of one machine. */
  public JavaVerdict judge(List<Event> events) {
    Judge judge = new Judge(model, this::binds);
    Set<Long> cookies = new HashSet<>();
    for (int i = 0; i < events.size(); i++) {
      Event e = events.get(i);
      if (e instanceof Event.Invoked call) {
        Answer.Undefined broken = judge.duty(call.proc(), call.context(), call.call());
        if (broken != null) {
          boolean wasLive = call.call() instanceof Call.UmemFree f && cookies.contains(f.cookie());
          return misuse(broken, wasLive, events, i);
        }
      }
      if (judge.see(e) instanceof Ruling.Broken b) {
        // A quality that is not met refuses nothing; but what comes then is not judged.
        return binds(b.breaches().get(0))
            ? new JavaVerdict(JavaVerdict.Kind.REFUSED, i, i + 1, b.breaches())
            : accepted(i);
      }
      if (e instanceof Event.Completed c && c.outcome() instanceof Outcome.Allocated got) {
        cookies.add(got.cookie());
      }
    }
    return accepted(events.size());
  }

  private static JavaVerdict accepted(int judged) {
    return new JavaVerdict(JavaVerdict.Kind.ACCEPTED, -1, judged, List.of());
  }

  /** A duty is broken: on purpose, where the subject says that it diagnoses that. */
  private JavaVerdict misuse(
      Answer.Undefined broken, boolean wasLive, List<Event> events, int event) {
    Event.Invoked call = (Event.Invoked) events.get(event);
    if (!model.config().offers(Feature.CHECKED) || !Misuses.isDiagnosed(broken, wasLive)) {
      Breach duty = new Breach(broken.clause(), broken.duty());
      return new JavaVerdict(JavaVerdict.Kind.DUTY, event, event, List.of(duty));
    }
    Outcome outcome =
        event + 1 < events.size() && events.get(event + 1) instanceof Event.Completed c
            ? c.outcome()
            : null;
    Breach breach = model.misused(broken, call.call(), outcome, wasLive);
    int shown = Math.min(event + 1, events.size() - 1);
    return breach == null || !binds(breach)
        ? accepted(event)
        : new JavaVerdict(JavaVerdict.Kind.REFUSED, shown, event, List.of(breach));
  }
}
