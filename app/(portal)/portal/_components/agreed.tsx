import { task } from "@/components/shell/task";
import { theirWords } from "@/components/ui/their-words";
import type { OwnWords } from "@/db/queries/identity/own-words";
import type { OwnAgreed } from "@/db/queries/notes/own-agreed";
import { firstNameOf } from "@/lib/first-name";
import { formatNearDay, inSentence } from "@/lib/format";
import { localDate } from "@/lib/time/zone";
import { FoldedWords } from "../../_shell/own-words";

type Props = { agreed: OwnAgreed | null; name: string; words: OwnWords; now: Date; zone: string };

/** What was agreed for next time, in words made together: folded, for Today lies open on a phone. */
export function Agreed({ agreed, name, words, now, zone }: Props) {
  if (!agreed) return null;
  const day = inSentence(formatNearDay(localDate(agreed.startsAt, zone), localDate(now, zone)));
  return (
    <section className={task}>
      <h2>
        Agreed with {firstNameOf(name)}, {day}
      </h2>
      <FoldedWords words={words} label="Read it">
        <p className="reading" {...theirWords}>
          {agreed.words}
        </p>
      </FoldedWords>
    </section>
  );
}
