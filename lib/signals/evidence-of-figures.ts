import { weekWords } from "@/lib/connection/status-sentence";
import { type Evidence, found, newestFirst } from "@/lib/signals/found";
import type { SignalFacts } from "@/lib/signals/signal-facts";
import type { Thresholds } from "@/lib/signals/thresholds";
import { addDays } from "@/lib/time/local-date";

/** What the figures of assessments, checks and exercises call for. */
export function ofFigures(
  { connection, checksFrom, moves, attempts, gentler, exerciseTitles }: SignalFacts,
  limits: Thresholds,
): Evidence[] {
  const worse = newestFirst(moves.filter(({ verdict }) => verdict === "worse"));
  const [fallen] = worse;
  const skipped = gentler.filter(({ because }) => because === "skips");
  const gentle = gentler.filter(({ because }) => because !== "skips");
  return [
    ...(fallen
      ? [
          found(
            "reliable-decline",
            fallen.assessmentId,
            { count: worse.length, title: fallen.scale, detail: fallen.title, ref: fallen.assessmentId },
            { at: fallen.answeredAt },
          ),
        ]
      : []),
    ...(connection.kind === "judged" && connection.signal === "review"
      ? [
          found(
            "connection-review",
            `week-${connection.latest.week}`,
            { detail: `Last week ${weekWords(connection.latest)}; ${connection.baseline.median} at the start` },
            checksFrom === null ? null : { on: addDays(checksFrom, 7 * connection.latest.week) },
          ),
        ]
      : []),
    ...anxietyOf(attempts, limits.anxietyTimes),
    ...exercisesOf("skips", skipped, { attempts, exerciseTitles }),
    ...exercisesOf("go-gentler", gentle, { attempts, exerciseTitles }),
  ];
}

/** Of how many times with both figures anxiety has to have fallen in one at least, or it does not fall (ours, from simulation). */
const FALLS_IN = 4;

/** Times with both figures, newest last. Where it was 0 before, nothing could fall. */
function anxietyOf(attempts: SignalFacts["attempts"], times: number): Evidence[] {
  const pairs = attempts
    .flatMap(({ anxietyBefore: before, anxietyAfter: after, loggedAt }) =>
      before === null || after === null || before === 0 ? [] : [{ fell: after < before, loggedAt }],
    )
    .sort((a, b) => a.loggedAt.getTime() - b.loggedAt.getTime())
    .slice(-times);
  const fallen = pairs.filter(({ fell }) => fell).length;
  const last = pairs.at(-1);
  if (!last || pairs.length < times || fallen * FALLS_IN > times) return [];
  return [
    found(
      "anxiety-not-falling",
      last.loggedAt.toISOString(),
      { detail: fallen === 0 ? `Not once of the last ${times} times` : `Fell ${fallen} of the last ${times} times` },
      { at: last.loggedAt.toISOString() },
    ),
  ];
}

function exercisesOf(
  kind: "skips" | "go-gentler",
  proposed: SignalFacts["gentler"],
  { attempts, exerciseTitles }: Pick<SignalFacts, "attempts" | "exerciseTitles">,
): Evidence[] {
  const latest = proposed.toSorted((a, b) => b.newestOn.localeCompare(a.newestOn))[0];
  if (!latest) return [];
  const title = exerciseTitles[latest.exercise] ?? "one of the exercises";
  const data = { count: proposed.length, title, ref: latest.exercise };
  const detail = latest.because === "dimensions" ? { detail: `Doing things together is nearer: ${title}` } : {};
  const [logged] = attempts
    .filter(({ exercise, date }) => exercise === latest.exercise && date === latest.newestOn)
    .map(({ loggedAt }) => loggedAt.toISOString())
    .sort()
    .reverse();
  const since = logged && latest.because !== "dimensions" ? { at: logged } : { on: latest.newestOn };
  return [found(kind, `${latest.exercise} ${latest.newestOn}`, { ...data, ...detail }, since)];
}
