import { getSharedClassInput } from "@/db/queries/safety/shared-class";
import type { Scope } from "@/db/scope";
import type { Actor } from "@/lib/actor";
import { type SharedClass, sharedClassAt } from "@/lib/safety/shared-class";

/** Joint steps of one client, as the pages that list clients work them out. */
export async function getSharedClass<A extends Actor>(scope: Scope<A>, clientId: string): Promise<SharedClass> {
  return sharedClassAt(await getSharedClassInput(scope, clientId), scope.now);
}
