import "server-only";
import type { Route } from "next";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { getOwnStanding } from "@/db/queries/clients/standing";
import { leavesByEscape } from "@/db/queries/identity/leave-keys";
import type { OpenSession } from "@/db/queries/identity/session";
import { countOffers } from "@/db/queries/shipped/offers";
import type { Scope } from "@/db/scope";
import type { ClientActor, StaffActor } from "@/lib/actor";
import { atOnce } from "@/lib/at-once";
import { portalOf, readableSentence } from "@/lib/clients/standing";
import { Forbidden, NotFound, Unavailable } from "@/lib/errors";
import { consentText } from "@/lib/identity/consent-text";
import { wayBack } from "@/lib/identity/way-back";
import { can } from "@/lib/policy";
import { localDate } from "@/lib/time/zone";
import { couldNot } from "./answering";
import { askedHeader, wayField } from "./auth/way-cookie";
import { rememberOwner } from "./page-mark";
import { clientScope, inSession, type Request, SignedOut, staffScope } from "./request-session";

type Loaded<T> = { data: T; session: OpenSession };

/** One load is one transaction and one snapshot. Wrong role, foreign row and missing row are all the same 404. */
export async function loadForStaff<T>(run: (scope: Scope<StaffActor>) => Promise<T>): Promise<Loaded<T>> {
  return settled(() =>
    inOwnSession(async (request) => {
      const scope = staffScope(request);
      if (!scope) throw new NotFound();
      if (request.session.stage !== "full") return redirectLater("/second-factor");
      return { data: await run(scope), session: request.session };
    }),
  );
}

/** For the portal. Before the consent text is agreed to, only the consent page and the account load. */
export async function loadForClient<T>(
  run: (scope: Scope<ClientActor>) => Promise<T>,
  { beforeConsent = false }: { beforeConsent?: boolean } = {},
): Promise<Loaded<T>> {
  return settled(() =>
    inOwnSession(async (request) => {
      const scope = clientScope(request);
      if (!scope) throw new NotFound();
      if (!beforeConsent && scope.actor.consentVersion !== consentText.version) return redirectLater("/portal/consent");
      return { data: await run(scope), session: request.session };
    }),
  );
}

/** For pages that any signed-in person has, whatever the stage of the sign-in: second factor, account. */
export async function loadForAnyone<T>(
  run: (scope: Scope<StaffActor | ClientActor>, session: OpenSession) => Promise<T>,
): Promise<Loaded<T>> {
  return settled(() =>
    inOwnSession(async ({ session, tx, now }) => ({
      data: await run({ actor: session.actor, tx, now }, session),
      session,
    })),
  );
}

/** The page that is drawn from this belongs to whoever is signed in now. */
const inOwnSession = <T>(run: (request: Request) => Promise<T>): Promise<T> =>
  inSession("load", async (request) => {
    const { session } = request;
    const own = clientScope(request);
    const owner = async () => (own ? rememberClient(session, own) : rememberOwner(session, true));
    const scope = staffScope(request);
    const offered = scope && can(scope.actor, "practice.settings") ? countOffers(scope) : undefined;
    const { page } = await atOnce({
      owner: owner(),
      page: run({ ...request, session: { ...session, offered } }),
      offered,
    });
    return page;
  });

/** Whose page it is, and what it says of a discharge. After its last day the session is as good as ended. */
async function rememberClient(session: OpenSession, scope: Scope<ClientActor>): Promise<void> {
  const { byEscape, standing } = await atOnce({ byEscape: leavesByEscape(scope), standing: getOwnStanding(scope) });
  const today = localDate(scope.now, scope.actor.zone);
  const portal = portalOf(standing, today);
  if (portal.is === "over") throw new SignedOut("revoked");
  rememberOwner(session, byEscape, portal.is === "readable" ? readableSentence(portal.until, today) : undefined);
}

/** The sign-in, with why and where from: the proxy takes the second out of the address again and keeps it. A lock has its own. */
async function doorFor(why: SignedOut["why"]): Promise<Route> {
  const to = wayBack((await headers()).get(askedHeader));
  if (why === "locked") return (to ? `/locked?${new URLSearchParams({ [wayField]: to })}` : "/locked") as Route;
  const said = new URLSearchParams({ ...(why === "none" ? {} : { why }), ...(to ? { [wayField]: to } : {}) });
  return (said.size > 0 ? `/sign-in?${said}` : "/sign-in") as Route;
}

class GoTo extends Error {
  constructor(readonly route: Route) {
    super(route);
  }
}

const redirectLater = (route: Route): never => {
  throw new GoTo(route);
};

async function settled<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof SignedOut) redirect(await doorFor(error.why));
    if (error instanceof GoTo) redirect(error.route);
    if (error instanceof NotFound || error instanceof Forbidden) notFound();
    if (error instanceof Unavailable) couldNot(error);
    throw error;
  }
}
