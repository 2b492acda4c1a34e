import Link from "next/link";
import { LooksAgain } from "@/components/ui/looks-again";
import { ProgressLine } from "@/components/ui/progress-line";
import { theirWords } from "@/components/ui/their-words";
import type { AskedResearch } from "@/db/queries/exports/research";
import { refusalSentences, researchColumns, researchParts } from "@/lib/exports/research";
import { formatMoment, inSentence } from "@/lib/format";
import { counted } from "@/lib/plural";

type Props = { asked: readonly AskedResearch[]; now: Date; zone: string };

/** What was asked for: how far it is, why none was made, or the file for as long as it can be taken. */
export function AskedResearchList({ asked, now, zone }: Props) {
  return (
    <>
      {asked.some(({ endedAt }) => endedAt === null) ? <LooksAgain seconds={3} /> : null}
      <ul className="grid gap-5">
        {asked.map((one) => (
          <li key={one.id} className="grid gap-1.5 border-b border-line pb-4 last:border-0">
            <p>
              <b>{formatMoment(one.askedAt, now, zone)}</b>, asked by {one.by}
            </p>
            <p className="text-small text-ink-2">{whatWords(one)}</p>
            <q className="text-small text-ink-2" {...theirWords}>
              {one.purpose}
            </q>
            <Standing one={one} now={now} zone={zone} />
          </li>
        ))}
      </ul>
    </>
  );
}

function whatWords({ parts, columns }: AskedResearch): string {
  const measured = parts.map((part) => researchParts[part].label).join("; ");
  const beside = columns.map((column) => researchColumns[column].label);
  return `${measured}. ${beside.length > 0 ? `Beside the number: ${beside.join("; ")}.` : "Nothing beside the number."}`;
}

function Standing({ one, now, zone }: { one: AskedResearch; now: Date; zone: string }) {
  const { done, total, endedAt, refusal, people, file } = one;
  if (endedAt === null)
    return (
      <ProgressLine
        id={one.id}
        label={total === null ? "It waits for its turn." : `${done} of ${counted(total, "record")} looked at.`}
        done={done}
        total={total ?? 1}
      >
        <Link href="/settings/figures/research" prefetch={false}>
          Look again
        </Link>
        . You can leave this page. Where letters are sent, one says when it has ended.
      </ProgressLine>
    );
  if (refusal)
    return (
      <div className="grid gap-1">
        <p className="font-semibold">No file was made.</p>
        {refusalSentences(refusal).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
    );
  if (!file)
    return (
      <p className="text-small text-ink-2">
        {`A file of ${counted(people ?? 0, "person", "people")} was made ${inSentence(formatMoment(endedAt, now, zone))}. It is not there any more, or is for who asked.`}
      </p>
    );
  return (
    <p>
      <a href={`/api/research/${one.id}`} download className="font-semibold">
        {`Take the file, ${counted(people ?? 0, "person", "people")}`}
      </a>
      <span className="block text-small text-ink-2">
        {`It is gone ${inSentence(formatMoment(file.endsAt, now, zone))}.`}
      </span>
    </p>
  );
}
