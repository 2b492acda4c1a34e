import { task } from "@/components/shell/task";
import { LinkButton } from "@/components/ui/link-button";
import { theirWords } from "@/components/ui/their-words";
import type { PortalToday } from "@/db/queries/exercises/portal-today";
import type { OwnWords } from "@/db/queries/identity/own-words";
import { firstNameOf } from "@/lib/first-name";
import { formatMoment } from "@/lib/format";
import { paths } from "@/lib/paths";
import { FoldedWords } from "../../_shell/own-words";

type Props = Pick<PortalToday, "hasPlan"> & {
  about: PortalToday["aboutPath"];
  words: OwnWords;
  now: Date;
  zone: string;
};

/** What the therapist wrote when the path was changed, newest first, and the way to the plan for the time after. */
export function AboutPath({ about, hasPlan, words, now, zone }: Props) {
  const [newest] = about;
  return (
    <>
      {newest ? (
        <section className={task}>
          <h2>From {firstNameOf(newest.from)}: about your path</h2>
          <ul className="grid gap-3">
            {about.map(({ id, from, decidedAt, words: said }) => (
              <li key={id}>
                <p className="text-ink-2 text-small">
                  {from === newest.from ? "" : `${firstNameOf(from)}, `}
                  {formatMoment(decidedAt, now, zone)}
                </p>
                <FoldedWords words={words} label="Read it">
                  <p className="reading" {...theirWords}>
                    {said}
                  </p>
                </FoldedWords>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {hasPlan ? (
        <section className={task}>
          <h2>Keeping going</h2>
          <p>The plan that you wrote for the time after the weeks.</p>
          <LinkButton href={paths.portal.keepGoing}>Open my plan</LinkButton>
        </section>
      ) : null}
    </>
  );
}
