import { task } from "@/components/shell/task";
import { LinkButton } from "@/components/ui/link-button";
import type { OpenAssessment } from "@/db/queries/exercises/portal-today";
import { clientTitle } from "@/lib/assessments/client-title";
import { byWhen, type Waiting, whatComes } from "@/lib/assessments/what-comes";
import { firstNameOf } from "@/lib/first-name";
import { paths } from "@/lib/paths";
import { plural } from "@/lib/plural";
import { aboutMinutes } from "@/lib/time/minutes";

type Props = { assessments: readonly OpenAssessment[]; therapistName: string; today: string };
type Thing = Waiting & { id: string; title: string; size: string; begin: string };

/** What the therapist asked for: how much it is in all, one to begin with, and what comes after it in a plain list. */
export function AssignedAssessments({ assessments, therapistName, today }: Props) {
  const therapist = firstNameOf(therapistName);
  const things = assessments.map(asThing).sort((a, b) => Number(isUnderWay(b)) - Number(isUnderWay(a)));
  const [first, ...others] = things;
  if (!first) return null;
  const { title, sentence } = whatComes(things, today);
  const isAlone = others.length === 0;
  return (
    <section className={task}>
      <h2>{isAlone ? first.title : title}</h2>
      <p>
        {isAlone
          ? [`${first.size}.`, `${therapist} asked for this.`, byWhen(first, today)].filter(Boolean).join(" ")
          : `${sentence} ${therapist} asked for these.`}{" "}
        You can stop and come back.
      </p>
      {isAlone ? (
        <Begin thing={first} isFirst />
      ) : (
        <ol className="grid">
          {things.map((thing) => (
            <li
              key={thing.id}
              className="flex gap-y-2 gap-x-4 py-3 border-t border-line flex-wrap items-center justify-between"
            >
              <span className="flex-[1_1_180px]">
                <b>{thing.title}</b>
                <span className="block text-ink-2">
                  {thing.size}. {byWhen(thing, today)}
                </span>
              </span>
              <Begin thing={thing} isFirst={thing === first} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** Begun and not a check, of which nothing is said: it comes first, so that one thing is done at a time. */
const isUnderWay = ({ begin }: Thing) => begin !== "Start";

function Begin({ thing: { id, title, begin }, isFirst }: { thing: Thing; isFirst: boolean }) {
  return (
    <LinkButton href={paths.portal.assessment(id)} label={`${begin}: ${title}`} look={isFirst ? "filled" : "outline"}>
      {begin}
    </LinkButton>
  );
}

/** Of safety questions no count, no day and no progress: the same whether or not they are answered. */
function asThing({ id, title, instrument, dueOn, isStarted, open }: OpenAssessment): Thing {
  const isUnnamed = instrument.sensitivity === "safety";
  const named = clientTitle({ ...instrument, title });
  const common = { id, title: named, minutes: instrument.minutes, dueOn, isUnnamed };
  if (isUnnamed) return { ...common, size: "A few minutes", begin: "Start" };
  const { at, of } = open;
  const goOn = at === null ? "Look and send" : `Continue at ${at} of ${of}`;
  return {
    ...common,
    size: `${plural(of, "One question", `${of} statements`)}, ${aboutMinutes(instrument.minutes)}`,
    begin: isStarted ? goOn : "Start",
  };
}
