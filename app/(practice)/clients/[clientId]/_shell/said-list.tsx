import Link from "next/link";
import type { SaidInEvent } from "@/db/queries/safety/safety-said";
import { paths } from "@/lib/paths";
import { saidStatusWords } from "@/lib/safety/said-answers";

type Props = { said: readonly SaidInEvent[]; clientId: string; moment: (at: Date) => string };

/** What was answered, word for word, with what became of it. The software grades no risk. */
export function SaidList({ said, clientId, moment }: Props) {
  if (said.length === 0) return null;
  return (
    <ul className="said">
      {said.map((one) => (
        <li key={one.id}>
          <p className="strong">{one.sentence}</p>
          <p>
            <span className="sec">{one.question}</span> <q>{one.answer}</q>
          </p>
          <p className="sec sm">
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
