package umemtck.reference;

import java.util.Optional;
import java.util.function.LongSupplier;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.Resource;
import umemtck.spec.subject.Budgets;
import umemtck.spec.subject.Contexts;
import umemtck.spec.subject.Paging;
import umemtck.spec.subject.World;

/** A world of which every arrangement is told to the model, and every look is held against it. */
final class CheckedWorld implements World {
  private final World world;
  private final StepCheck check;

  CheckedWorld(World world, StepCheck check) {
    this.world = world;
    this.check = check;
  }

  @Override
  public Optional<Budgets> budgets() {
    return world.budgets().map(CheckedBudgets::new);
  }

  @Override
  public Optional<Contexts> contexts() {
    return world.contexts().map(contexts -> context -> enter(contexts, context));
  }

  @Override
  public Optional<Paging> paging() {
    return world.paging().map(CheckedPaging::new);
  }

  private void enter(Contexts contexts, Context context) {
    contexts.enter(context);
    check.enter(context);
  }

  private long look(Call call, LongSupplier real) {
    return check.atOnce(call, () -> new Outcome.Amount(real.getAsLong())).amount();
  }

  private final class CheckedBudgets implements Budgets {
    private final Budgets budgets;

    CheckedBudgets(Budgets budgets) {
      this.budgets = budgets;
    }

    @Override
    public void setFree(Resource resource, long amount) {
      check.atOnce(
          new Call.SetFree(resource, amount),
          () -> {
            budgets.setFree(resource, amount);
            return Outcome.Done.INSTANCE;
          });
    }

    @Override
    public long getFree(Resource resource) {
      return look(new Call.GetFree(resource), () -> budgets.getFree(resource));
    }
  }

  private final class CheckedPaging implements Paging {
    private final Paging paging;

    CheckedPaging(Paging paging) {
      this.paging = paging;
    }

    @Override
    public long pageOut() {
      return look(new Call.PageOut(), paging::pageOut);
    }

    @Override
    public boolean isResident(long address) {
      return look(new Call.IsResident(address), () -> paging.isResident(address) ? 1 : 0) == 1;
    }
  }
}
