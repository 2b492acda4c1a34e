import { Icon } from "@/components/ui/icon";
import { Section } from "@/components/ui/section";
import type { GentlerProposal } from "@/lib/signals/proposals";
import { answer } from "../actions";
import { AnswerForm } from "./answer-form";

export type GentlerView = GentlerProposal & { id: string; title: string; days: string };
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
      <ul className="ready">
        {observations.map(({ key, met, sentence, detail }) => (
          <li key={key}>
            <span className={met ? "yes" : "no"}>
              <Icon name={met ? "check" : "minus"} />
              <span className="vh">{met === null ? "Too early to say: " : met ? "Met: " : "Not met: "}</span>
            </span>
            <span>
              {sentence}
              <br />
              <span className="sm sec">{detail}</span>
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

/** A smaller step, proposed with its evidence. Accepting opens the swap to be read; nothing changes by itself. */
export function Gentler({
  proposals,
  clientId,
  mayChange,
}: {
  proposals: readonly GentlerView[];
  clientId: string;
  mayChange: boolean;
}) {
  return proposals.map((proposal) => {
    const [first] = proposal.alternatives;
    return (
      <Section key={proposal.exercise} id={`gentler-${proposal.exercise}`} title="Go gentler?" sub={proposal.title}>
        <p>
          {proposal.evidence} <span className="sec">{proposal.days}</span>
        </p>
        <p className="sm sec">
          {proposal.alternatives.length > 0
            ? `Could stand in: ${proposal.alternatives.map(({ title }) => title).join(", ")}.`
            : "No smaller step is open now. A smaller dose or a pause may help."}
        </p>
        {mayChange ? (
          <AnswerForm
            action={answer}
            id={proposal.id}
            clientId={clientId}
            kind="go-gentler"
            about={proposal.exercise}
            opens={
              first
                ? `change=swap&exercise=${proposal.exercise}&to=${first.key}`
                : `change=dose&exercise=${proposal.exercise}`
            }
            evidence={proposal.evidence}
            accept={first ? "Choose a swap" : "Choose a dose"}
            dismiss="Keep as it is"
          />
        ) : null}
      </Section>
    );
  });
}
