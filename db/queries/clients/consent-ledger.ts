import { and, asc, desc, eq, not } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { qualified } from "@/db/qualified";
import { client, confidentialityLimits, consent } from "@/db/schema/clients";
import { account } from "@/db/schema/identity";
import type { Scope } from "@/db/scope";
import { visibleClients } from "@/db/visibility";
import type { StaffActor } from "@/lib/actor";
import { atOnce } from "@/lib/at-once";
import { type InForce, type LedgerState, ledgerOrder, ledgerState } from "@/lib/identity/consent-ledger";
import { consentText } from "@/lib/identity/consent-text";
import { authorize } from "@/lib/policy";
import { currentLimits, type LimitsDraft, type LimitsInForce, limitsDraftOf } from "./consent";
import { isGone } from "./standing";

const said = alias(consent, "cs");

export type PublishedWords = {
  version: number;
  words: string;
  additions: string | null;
  asksAgain: boolean;
  by: string;
  setAt: Date;
  /** Clients within reach whose last agreement names this version. */
  agreed: number;
};

export type LedgerLine = {
  clientId: string;
  name: string;
  recordNumber: number;
  state: LedgerState;
  limitsVersion: number | null;
  decidedAt: Date | null;
};

export type ConsentPage = {
  current: LimitsInForce;
  draft: LimitsDraft | null;
  versions: PublishedWords[];
  people: LedgerLine[];
};

type Said = { decision: "agreed" | "withdrawn"; version: number; limitsVersion: number | null; decidedAt: string };

/** The practice’s words in the agreement, version by version, and who within reach agreed to which of them and when. */
export async function getConsentPage(scope: Scope<StaffActor>): Promise<ConsentPage> {
  const { actor, tx } = scope;
  authorize(actor, "clients.read");
  const { version, words, additions, asksAgain, setAt } = confidentialityLimits;
  const { current, draft, published, clients } = await atOnce({
    current: currentLimits(scope),
    draft: limitsDraftOf(scope),
    published: tx
      .select({ version, words, additions, asksAgain, setAt, by: account.name })
      .from(confidentialityLimits)
      .innerJoin(
        account,
        and(eq(account.practiceId, confidentialityLimits.practiceId), eq(account.id, confidentialityLimits.setBy)),
      )
      .where(eq(confidentialityLimits.practiceId, actor.practiceId))
      .orderBy(desc(version)),
    clients: tx
      .select({
        clientId: client.id,
        name: account.name,
        recordNumber: client.recordNumber,
        said: qualified<Said | null>`(select jsonb_build_object('decision', ${said.decision}, 'version', ${said.version},
            'limitsVersion', ${said.limitsVersion}, 'decidedAt', ${said.decidedAt})
          from ${consent} ${said} where ${said.practiceId} = ${client.practiceId} and ${said.clientId} = ${client.id}
          order by ${said.decidedAt} desc limit 1)`,
      })
      .from(client)
      .innerJoin(account, and(eq(account.practiceId, client.practiceId), eq(account.id, client.accountId)))
      .where(and(visibleClients(scope), not(isGone)))
      .orderBy(asc(account.name), asc(client.recordNumber)),
  });
  const inForce = inForceOf(published);
  const people = clients.map(({ said: last, ...one }) => ({
    ...one,
    state: ledgerState(last, inForce),
    limitsVersion: last?.limitsVersion ?? null,
    decidedAt: last ? new Date(last.decidedAt) : null,
  }));
  const agreedTo = (one: number) =>
    clients.filter(({ said: last }) => last?.decision === "agreed" && last.limitsVersion === one).length;
  return {
    ...{ current, draft },
    versions: published.map((one) => ({ ...one, agreed: agreedTo(one.version) })),
    people: people.toSorted((a, b) => ledgerOrder.indexOf(a.state) - ledgerOrder.indexOf(b.state)),
  };
}

function inForceOf(published: readonly { version: number; asksAgain: boolean }[]): InForce {
  const asking = published.filter(({ asksAgain }) => asksAgain).map(({ version }) => version);
  return { text: consentText.version, newest: published[0]?.version ?? 0, asked: Math.max(0, ...asking) };
}
