import { refreshSafely } from "./commands/signals/refresh-signals";
import { lastly, type Scope } from "./scope";

/** Looks at the signals of this client as the last thing of this transaction, once, however much is changed in it. */
export const refreshLast = (scope: Scope, clientId: string): void =>
  lastly(scope, "signals", clientId, (ids) => refreshSafely(scope, ids));
