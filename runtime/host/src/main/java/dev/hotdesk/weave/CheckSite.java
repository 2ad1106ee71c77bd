package dev.hotdesk.weave;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MutableCallSite;

/** Where all checks of a plugin lead. Only its order can lead them elsewhere, not plugin code. */
final class CheckSite extends MutableCallSite {

  CheckSite(MethodHandle target) {
    super(target);
  }

  @Override
  public void setTarget(MethodHandle target) {
    throw new UnsupportedOperationException("Checks lead where the runtime wants");
  }

  /** Comes back when every thread of the process has noticed, each in its own turn on a core. */
  void lead(MethodHandle target) {
    super.setTarget(target);
    MutableCallSite.syncAll(new MutableCallSite[] {this});
  }
}
