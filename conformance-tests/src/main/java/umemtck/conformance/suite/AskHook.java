package umemtck.conformance.suite;

import java.util.List;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.AroundTryHook;
import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.MethodLifecycleContext;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;
import net.jqwik.api.lifecycle.SkipExecutionHook;
import net.jqwik.api.lifecycle.TryExecutionResult;
import net.jqwik.api.lifecycle.TryExecutor;
import net.jqwik.api.lifecycle.TryLifecycleContext;

/**
 * Gives each property its facet, its seed and its tries; passes over what is not asked, and ends
 * one that is answered.
 */
public final class AskHook implements AroundPropertyHook, AroundTryHook, SkipExecutionHook {

  @Override
  public PropagationMode propagateTo() {
    return PropagationMode.ALL_DESCENDANTS;
  }

  @Override
  public SkipResult shouldBeSkipped(LifecycleContext context) {
    if (context instanceof MethodLifecycleContext method
        && method.targetMethod().getAnnotation(Asks.class) != null
        && !Run.current().asks(method.targetMethod().getAnnotation(Asks.class).value())) {
      return SkipResult.skip("not asked of this subject");
    }
    return SkipResult.doNotSkip();
  }

  @Override
  public PropertyExecutionResult aroundProperty(
      PropertyLifecycleContext context, PropertyExecutor property) {
    Asks asks = context.targetMethod().getAnnotation(Asks.class);
    if (asks != null) {
      Run run = Run.current();
      context.attributes().setSeed(Long.toString(run.seedFor(asks.value())));
      context.attributes().setTries(run.tries());
      Asked.begin(run, asks.value());
    }
    PropertyExecutionResult result = property.execute();
    if (asks != null) {
      Run.current().asked(asks.value());
    }
    return result;
  }

  @Override
  public TryExecutionResult aroundTry(
      TryLifecycleContext context, TryExecutor try_, List<Object> parameters) {
    TryExecutionResult result = try_.execute(parameters);
    boolean asks = context.targetMethod().getAnnotation(Asks.class) != null;
    // To make further plans, and then not to carry them out, takes most of the time of a run.
    return asks && result.isSatisfied() && Asked.now().isAnswered()
        ? TryExecutionResult.satisfied(true)
        : result;
  }
}
