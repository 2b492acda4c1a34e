import Link from "next/link";
import { Empty } from "@/components/ui/empty";
import { Section } from "@/components/ui/section";
import { theirWords } from "@/components/ui/their-words";
import { NOT_A_DISTANCE_MOVE } from "@/lib/exercises/distance-moves";
import { questionTable } from "@/lib/notes/questions";
import { paths } from "@/lib/paths";
import type { PreparedView } from "./prepared-view";

type Props = {
  view: PreparedView;
  /** “Since Wed 18 Nov, 09:00”. */
  since: string;
  clientId: string;
  ofTwo: boolean;
};

/** What there is to know before a session, on one sheet, and two questions worth asking. */
export function PreparationSheet({ view: { sections, questions }, since, clientId, ofTwo }: Props) {
  const namesMoves = sections.some(({ key }) => key === "moves");
  return (
    <Section
      id="preparation"
      title="Preparation"
      sub={since}
      action={
        ofTwo ? null : (
          <Link className="print:hidden" href={paths.client(clientId).words} prefetch={false}>
            All that was written
          </Link>
        )
      }
    >
      <div className="grid gap-x-10 gap-y-5 desk:grid-cols-2 print:block print:columns-2 print:gap-x-8">
        {sections.length === 0 ? <Empty title="Nothing to prepare from yet" /> : null}
        {sections.map(({ key, title, lines }) => (
          <div key={key} className="print:mb-3 print:break-inside-avoid">
            <h3>{title}</h3>
            <ul className="mt-1 grid gap-1 text-small print:gap-0.5">
              {lines.map((line) => (
                <li key={line} className="wrap-anywhere" {...theirWords}>
                  {line}
                </li>
              ))}
            </ul>
          </div>
        ))}
        <div className="print:mb-3 print:break-inside-avoid">
          <h3>Worth asking</h3>
          <ol className="mt-1 grid gap-2">
            {questions.map(({ key, question, why }) => (
              <li key={key}>
                {question}
                <span className="block text-small text-ink-2">{why}</span>
              </li>
            ))}
          </ol>
        </div>
      </div>
      {namesMoves ? <p className="mt-4 text-small text-ink-2">{NOT_A_DISTANCE_MOVE}</p> : null}
      <details className="mt-4 print:hidden">
        <summary>Where the questions come from</summary>
        <p className="mt-2 text-small text-ink-2">
          The first two of this table that fit (ours). None of them goes by anything about safety, and none is a
          diagnosis.
        </p>
        <dl className="mt-2 grid gap-2 text-small">
          {questionTable.map(({ key, when, question }) => (
            <div key={key}>
              <dt className="text-ink-2">{when}</dt>
              <dd>{question}</dd>
            </div>
          ))}
        </dl>
      </details>
    </Section>
  );
}
