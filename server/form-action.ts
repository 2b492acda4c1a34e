import "server-only";
import type { Route } from "next";
import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { endOwnDraft } from "@/db/commands/drafts/change-draft";
import { getOwnStanding } from "@/db/queries/clients/standing";
import type { OpenSession } from "@/db/queries/identity/session";
import type { Scope } from "@/db/scope";
import type { ClientActor, StaffActor } from "@/lib/actor";
import { portalOf } from "@/lib/clients/standing";
import { keptDraft } from "@/lib/drafts/draft-form";
import { keptField } from "@/lib/drafts/ending";
import { Forbidden, NotFound, Refused, Unavailable } from "@/lib/errors";
import type { FormState } from "@/lib/form-state";
import { consentText } from "@/lib/identity/consent-text";
import { proofField } from "@/lib/identity/proof-rule";
import { notSavedWords } from "@/lib/identity/unavailable-words";
import { localDate } from "@/lib/time/zone";
import { ownerField, type Typed, tooMuchWords, typedForm, withoutSecrets } from "@/lib/typed-form";
import { toldThatItCouldNot } from "./answering";
import { logFault } from "./log-fault";
import { pageMark } from "./page-mark";
import { missingProof } from "./proof";
import { clientScope, inSession, type Request, SignedOut, staffScope } from "./request-session";
import { isSameOrigin } from "./same-origin";
import { noticeElsewhere } from "./security-log";

/**
 * What a handler says happens next. `after` runs once the transaction has committed: mail, cookies; a sentence it
 * returns is shown. `refused` says no and keeps what was written: a counted try must stay counted.
 */
export type Outcome = {
  next?: Route;
  refresh?: boolean;
  message?: string;
  shown?: FormState["shown"];
  /** Only looked at: nothing of it was kept, so what was begun goes on. */
  isLook?: boolean;
  refused?: { message: string; fields?: Readonly<Record<string, string>> };
  /** The person shows once more who they are, and sends it again. */
  needsProof?: boolean;
  after?: () => Promise<unknown>;
};

export type FormAction = (previous: FormState, form: FormData) => Promise<FormState>;

/** The form stands on a page that somebody else opened, who is no longer signed in here. */
class AnothersPage extends Error {}

type Handler<S, I> = (scope: S, input: I, session: OpenSession) => Promise<Outcome>;

/**
 * An action for staff: origin, session, whose page, shape, transaction, then redirect or refresh. `asksProof`: for what an
 * unattended screen must not allow, the person showed in the last minutes who they are, or does now.
 */
export const staffAction = <Schema extends z.ZodType>(
  schema: Schema,
  run: Handler<Scope<StaffActor>, z.infer<Schema>>,
  { asksProof = false }: { asksProof?: boolean } = {},
): FormAction =>
  ownAction(schema, async (input, request, form) => {
    const scope = staffScope(request);
    if (!scope || request.session.stage !== "full") throw new NotFound();
    const missing = asksProof ? await missingProof(scope, form.get(proofField)) : undefined;
    return missing ?? run(scope, input, request.session);
  });

/** What an action of the portal is for, beyond the weeks of somebody who agreed and is here. */
type Also = {
  /** Only for what a person may do without having agreed: agree, leave, and say that they are not safe. */
  beforeConsent?: boolean;
  /** For what a discharged person still does while their pages can be read. */
  afterwards?: boolean;
};

/** An action of the portal. Somebody whose time here is over reads, and changes nothing but what is their own account’s. */
export const clientAction = <Schema extends z.ZodType>(
  schema: Schema,
  run: Handler<Scope<ClientActor>, z.infer<Schema>>,
  { beforeConsent = false, afterwards = false }: Also = {},
): FormAction =>
  ownAction(schema, async (input, request) => {
    const scope = clientScope(request);
    if (!scope) throw new NotFound();
    if (!beforeConsent && scope.actor.consentVersion !== consentText.version) throw new NotFound();
    const portal = portalOf(await getOwnStanding(scope), localDate(scope.now, scope.actor.zone));
    if (portal.is === "over") throw new SignedOut("revoked");
    if (portal.is === "readable" && !afterwards)
      throw new Refused("Your time here has ended, so nothing new can be added.");
    return run(scope, input, request.session);
  });

/** For what any signed-in person does with their own account, at any stage of the sign-in. */
export const accountAction = <Schema extends z.ZodType>(
  schema: Schema,
  run: Handler<Scope<StaffActor | ClientActor>, z.infer<Schema>>,
): FormAction => ownAction(schema, (input, request) => run(ownScope(request), input, request.session));

const ownScope = ({ session, tx, now }: Request): Scope<StaffActor | ClientActor> => ({
  actor: session.actor,
  tx,
  now,
});

/** For the doors before sign-in. The handler opens its own transactions. */
export const publicAction = <Schema extends z.ZodType>(
  schema: Schema,
  run: (input: z.infer<Schema>) => Promise<Outcome>,
): FormAction => action(schema, () => ({ perform: run }));

/**
 * Whoever is signed in is the person whose page the form came from; else nothing is done, and nothing typed is told. What
 * was kept while they wrote is over once the form is done.
 */
function ownAction<Schema extends z.ZodType>(
  schema: Schema,
  run: (input: z.infer<Schema>, request: Request, form: FormData) => Promise<Outcome>,
): FormAction {
  return action(schema, (form) => {
    const ended = keptDraft(form.get(keptField));
    const mark = form.get(ownerField);
    const onOwnPage = <T>(work: (request: Request) => Promise<T>): Promise<T> =>
      inSession("action", (request) => {
        if (mark !== pageMark(request.session.actor.accountId)) throw new AnothersPage();
        return work(request);
      });
    const perform = (input: z.infer<Schema>) =>
      onOwnPage(async (request) => {
        const outcome = await run(input, request, form);
        if (ended && !outcome.refused && !outcome.isLook)
          await endOwnDraft(ownScope(request), ended.place, ended.ending);
        return outcome;
      });
    return { perform, check: () => onOwnPage(async () => {}) };
  });
}

type Door<Schema extends z.ZodType> = {
  perform: (input: z.infer<Schema>) => Promise<Outcome>;
  /** Whose page it is, where the form itself is not done. */
  check?: () => Promise<void>;
};

function action<Schema extends z.ZodType>(schema: Schema, doorOf: (form: FormData) => Door<Schema>): FormAction {
  return async (_previous, form) => {
    const isOurs = await isSameOrigin();
    const typed = typedForm(form);
    if (!typed) return { status: "refused", message: tooMuchWords };
    const values = withoutSecrets(typed, fieldsOf(schema));
    if (!isOurs) {
      await noticeElsewhere();
      return { status: "refused", message: fromElsewhere, values };
    }
    const answer = await attempt(schema, doorOf(form), typed, values);
    if ("status" in answer) return answer;
    if (answer.refused)
      return { status: "refused", ...answer.refused, values, ...(answer.needsProof && { needsProof: true }) };
    const afterwards = await answer.after?.();
    const said = typeof afterwards === "string" ? afterwards : answer.message;
    if (answer.next) redirect(answer.next);
    if (answer.refresh) refresh();
    return {
      status: "done",
      ...(said && { message: said }),
      ...(answer.shown && { shown: answer.shown }),
      ...(answer.isLook && { isLook: true }),
    };
  };
}

const fromElsewhere = "This came from another site and was not accepted. Open Nearer itself and try again.";

/** Only what the form has goes back into it: what somebody added is theirs to keep. */
const fieldsOf = (schema: z.ZodType) =>
  schema instanceof z.ZodObject && !takesMore(schema) ? (key: string) => Object.hasOwn(schema.shape, key) : undefined;

/** A form whose fields are made with the page, such as a draft of a protocol, takes more than its schema names. */
const takesMore = ({ def: { catchall } }: z.ZodObject) => catchall !== undefined && !(catchall instanceof z.ZodNever);

async function attempt<Schema extends z.ZodType>(
  schema: Schema,
  { perform, check }: Door<Schema>,
  typed: Typed,
  values: Typed,
): Promise<FormState | Outcome> {
  const parsed = schema.safeParse(typed);
  try {
    if (parsed.success) return await perform(parsed.data);
    await check?.();
    const fields: Record<string, string> = {};
    for (const issue of parsed.error.issues) fields[issue.path.map(String).join(".") || "form"] ??= issue.message;
    return { status: "refused", message: "Please look at the fields marked below.", fields, values };
  } catch (error) {
    return refusal(error, values);
  }
}

const outOfDate = "This page is out of date. Your words are still here: copy them, then open it again.";
const signedOutQuietly = "You were signed out after a quiet while.";
const comeBack = "Your words are still here. Sign in in a new tab, then come back and save.";
const locked = "Nearer locked itself after a quiet while. Your words are still here. Open it, then save again.";

function refusal(error: unknown, values: Typed): FormState {
  if (error instanceof Refused) return { status: "refused", message: error.message, fields: error.fields, values };
  if (error instanceof Forbidden) return { status: "refused", message: error.message, values };
  if (error instanceof NotFound) {
    return { status: "refused", message: error.sentence ?? outOfDate, values };
  }
  if (error instanceof SignedOut) {
    const over = `${error.why === "idle" ? signedOutQuietly : "You are signed out."} ${comeBack}`;
    const message = error.why === "locked" ? locked : over;
    return { status: "refused", message, values, session: "over" };
  }
  if (error instanceof AnothersPage) {
    // Without what was typed: the page that this comes back to may already be the other person's.
    const message = "Somebody else is signed in here. Nothing of this was sent or saved.";
    return { status: "refused", message, session: "another" };
  }
  if (isControlFlow(error)) throw error;
  if (error instanceof Unavailable) {
    toldThatItCouldNot(error);
    logFault("an action could not reach the database", error);
    return { status: "refused", message: notSavedWords(error), values };
  }
  logFault("an action failed", error);
  return { status: "refused", message: "That did not work, and nothing was changed. Please try once more.", values };
}

/** redirect() and notFound() travel as errors with a digest: they are Next's, not ours. */
const isControlFlow = (error: unknown): boolean =>
  typeof (error as { digest?: unknown })?.digest === "string" &&
  String((error as { digest: string }).digest).startsWith("NEXT_");
