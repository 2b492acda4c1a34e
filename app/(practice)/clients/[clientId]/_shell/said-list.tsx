import Link from "next/link";
import type { SaidInEvent } from "@/db/queries/safety/safety-said";
import { paths } from "@/lib/paths";
import { saidStatusWords } from "@/lib/safety/said-answers";

type Props = { said: readonly SaidInEvent[]; clientId: string; moment: (at: Date) => string };

/** What was answered, word for word, with what became of it. The software grades no risk. */
export function SaidList({ said, clientId, moment }: Props) {
  if (said.length === 0) return null;
  return (
    <ul className="grid gap-2.5 my-2.5">
      {said.map((one) => (
        <li className="pl-2.5 border-l-2 border-line" key={one.id}>
          <p className="font-strong text-ink">{one.sentence}</p>
          <p>
            <span className="text-ink-2">{one.question}</span> <q>{one.answer}</q>
          </p>
          <p className="text-ink-2 text-small">
            <Link href={paths.client(clientId).assessment(one.assessmentId)} prefetch={false}>
              {one.instrument}
            </Link>
            , {moment(one.givenAt)}. {saidStatusWords[one.standing]}
          </p>
        </li>
      ))}
    </ul>
  );
}
