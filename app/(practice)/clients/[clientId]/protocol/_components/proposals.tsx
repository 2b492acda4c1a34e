"use client";

import { Icon } from "@/components/ui/icon";
import { Section } from "@/components/ui/section";
import type { GentlerProposal } from "@/lib/signals/proposals";
import { answer } from "../actions";
import { AnswerForm } from "./answer-form";

export type GentlerView = GentlerProposal & {
  id: string;
  title: string;
  days: string;
  /** Whether the exercise has a form with the partner. */
  isJoint: boolean;
};
export type ReadyView = {
  id: string;
  title: string;
  sub: string;
  observations: { key: string; met: boolean | null; sentence: string; detail: string }[];
  /** Whether it asks for an answer, and which phase it is about. */
  asks: { about: string; opens: string } | null;
};

/** Three observations, not a score. In the last week of a phase they ask for an answer; the path stays as it is. */
export function Ready({ ready, clientId, mayChange }: { ready: ReadyView; clientId: string; mayChange: boolean }) {
  const { observations } = ready;
  return (
    <Section id="ready" title={ready.title} sub={ready.sub}>
      <ul className="[&_svg]:mt-px">
        {observations.map(({ key, met, sentence, detail }) => (
          <li className="flex gap-2.5 py-2 border-b border-line" key={key}>
            <span className={met ? "text-primary" : "text-ink-3"}>
              <Icon name={met ? "check" : "minus"} />
              <span className="sr-only">{met === null ? "Too early to say: " : met ? "Met: " : "Not met: "}</span>
            </span>
            <span>
              {sentence}
              <br />
              <span className="text-ink-2 text-small">{detail}</span>
            </span>
          </li>
        ))}
      </ul>
      {ready.asks && mayChange ? (
        <AnswerForm
          action={answer}
          id={ready.id}
          clientId={clientId}
          kind="next-phase"
          about={ready.asks.about}
          opens={ready.asks.opens}
          evidence={observations.map(({ sentence, detail }) => `${sentence}: ${detail}.`).join(" ")}
          accept="Ready"
          dismiss="Not yet"
        />
      ) : null}
    </Section>
  );
}

type GentlerProps = {
  proposals: readonly GentlerView[];
  clientId: string;
  mayChange: boolean;
  /** The linked partner's first name, for the lead. */
  partner: string | null;
};

/** A smaller step, proposed with its evidence. Accepting opens the change to be read; nothing changes by itself. */
export function Gentler({ proposals, clientId, mayChange, partner }: GentlerProps) {
  return proposals.map((proposal) => {
    const way = wayOf(proposal, partner);
    return (
      <Section key={proposal.exercise} id={`gentler-${proposal.exercise}`} title="Go gentler?" sub={proposal.title}>
        <p>
          {proposal.evidence} <span className="text-ink-2">{proposal.days}</span>
        </p>
        <p className="text-ink-2 text-small">{way.sentence}</p>
        {mayChange ? (
          <AnswerForm
            action={answer}
            id={proposal.id}
            clientId={clientId}
            kind="go-gentler"
            about={proposal.exercise}
            opens={way.opens}
            evidence={proposal.evidence}
            accept={way.accept}
            dismiss="Keep as it is"
          />
        ) : null}
      </Section>
    );
  });
}

/**
 * The gentler way. Of two who are linked, a change on one plan would tell the other that something was taken off it: for a
 * joint exercise it is own steps, which are for both and read the same whatever the reason.
 */
function wayOf({ exercise, alternatives, isJoint }: GentlerView, partner: string | null) {
  const [first] = alternatives;
  const instead = alternatives.map(({ title }) => title).join(", ");
  if (partner && isJoint)
    return {
      sentence: `Own steps are gentler, for both, and look to ${partner} like any others.${first ? ` On this plan alone could stand in: ${instead}.` : ""}`,
      opens: "change=own-steps",
      accept: "Choose own steps for both",
    };
  return first
    ? {
        sentence: `Could stand in: ${instead}.`,
        opens: `change=swap&exercise=${exercise}&to=${first.key}`,
        accept: "Choose a swap",
      }
    : {
        sentence: "No smaller step is open now. A smaller dose or a pause may help.",
        opens: `change=dose&exercise=${exercise}`,
        accept: "Choose a dose",
      };
}
