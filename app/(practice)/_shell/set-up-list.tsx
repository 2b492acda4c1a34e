import type { Route } from "next";
import Link from "next/link";
import { ActionForm } from "@/components/forms/action-form";
import { Icon } from "@/components/ui/icon";
import { Section } from "@/components/ui/section";
import type { SetUpList as Facts } from "@/db/queries/identity/set-up-list";
import { type SetUpStep, setUpSteps } from "@/lib/identity/set-up-list";
import { mailIsSet } from "@/server/mail";
import { moveSetUpList } from "../settings/practice/actions";

const ways: Record<SetUpStep["key"], Route> = {
  mail: "/settings/practice",
  numbers: "/settings/safety",
  colleagues: "/settings/colleagues",
  cover: "/account",
  hours: "/settings/practice",
  firstClient: "/clients/new",
};

type Props = { list: Facts | null; isWhole?: boolean };

/** What a new practice still needs. Above the caseload until all is done or it was put away; on the practice’s page for good. */
export function SetUpList({ list, isWhole = false }: Props) {
  if (!list) return null;
  const steps = setUpSteps({ ...list.facts, mail: mailIsSet() });
  const open = steps.filter(({ isDone }) => !isDone).length;
  if (!isWhole && (list.isPutAway || open === 0)) return null;
  return (
    <Section
      id="set-up"
      className="mt-5 max-w-219 print:hidden"
      title="Setting up"
      sub={
        open === 0 ? "All of it is done." : `${steps.length - open} of ${steps.length} done. Each line ticks itself.`
      }
    >
      <ol className="grid gap-x-7 desk:grid-cols-2">
        {steps.map((step) => (
          <Step key={step.key} step={step} />
        ))}
      </ol>
      {open > 0 || list.isPutAway ? (
        <ActionForm
          action={moveSetUpList}
          submit={list.isPutAway ? "Show it above the caseload" : "Put the list away"}
          busy="Saving…"
          look="quiet"
          small
          className="mt-2 [&>[data-look]]:justify-self-start"
        >
          <input type="hidden" name="decision" value={list.isPutAway ? "taken-out" : "put-away"} />
        </ActionForm>
      ) : null}
    </Section>
  );
}

function Step({ step: { key, title, why, isDone } }: { step: SetUpStep }) {
  return (
    <li className="grid grid-cols-[1.5rem_minmax(0,1fr)] gap-x-2 border-b border-line py-2.5">
      <span className="pt-0.5 text-ink-2">{isDone ? <Icon name="check" small /> : null}</span>
      <span>
        {isDone ? (
          <span className="text-ink-2">
            {title}
            <span className="sr-only">: done</span>
          </span>
        ) : (
          <>
            <Link
              className="max-desk:inline-flex max-desk:min-h-11 max-desk:items-center"
              href={ways[key]}
              prefetch={false}
            >
              {title}
            </Link>
            <span className="block text-small text-ink-2">{why}</span>
          </>
        )}
      </span>
    </li>
  );
}
