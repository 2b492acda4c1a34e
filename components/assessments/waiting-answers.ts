import { sealedAt } from "@/components/drafts/sealed-store";
import { answerKey } from "@/lib/assessments/answer-key";
import type { Answer } from "@/lib/assessments/instrument";

/** `at`: when it was given, by the device's clock. */
export type AnswerRecord = Answer & { at: number };

/** Where the answers of a sitting wait on a device until they are sent; without an id, what every such place begins with. */
export const sittingPlace = (assessmentId = ""): string => `sitting/${assessmentId}`;

/** Where they waited in plain text before they were sealed. */
const plain = "nearer-answers";

const newest = (answers: readonly AnswerRecord[]): AnswerRecord[] => [
  ...new Map(answers.toSorted((a, b) => a.at - b.at).map((one) => [answerKey(one.form, one.itemId), one])).values(),
];

/**
 * The answers of one sitting that wait on this device, one row for each page that gave some. A page takes over what earlier ones
 * left. What is remembered is written one after another: what was taken back never comes after what stands.
 */
export function waitingAt(mark: string, assessmentId: string) {
  const kept = sealedAt<AnswerRecord[]>(mark, sittingPlace(assessmentId));
  const hand = crypto.randomUUID();
  let adopted: string[] = [];
  let writing: Promise<unknown> = Promise.resolve();

  async function write(answers: readonly AnswerRecord[]): Promise<boolean> {
    if (answers.length === 0) await kept.drop(hand);
    else if (!(await kept.put(hand, [...answers]))) return false;
    for (const name of adopted.splice(0)) await kept.drop(name);
    return true;
  }
  return {
    async recall(): Promise<AnswerRecord[]> {
      await sealPlain(mark);
      const left = await kept.all();
      adopted = left.map(({ name }) => name).filter((name) => name !== hand);
      return newest(left.flatMap(({ value }) => value));
    },
    /** Answers whether they wait on the device now. */
    remember(answers: readonly AnswerRecord[]): Promise<boolean> {
      const next = writing.then(() => write(answers));
      writing = next;
      return next;
    },
  };
}

const sealing = new Map<string, Promise<void>>();

/** Answers that waited here before they were sealed, by whichever page comes first. */
export function sealPlain(mark: string): Promise<void> {
  const begun = sealing.get(mark) ?? sealAll(mark);
  sealing.set(mark, begun);
  return begun;
}

async function sealAll(mark: string): Promise<void> {
  for (const { key, whose, assessmentId } of plainKeys()) {
    const answers = plainAnswers(key);
    localStorage.removeItem(key);
    if (whose !== mark || answers.length === 0) continue;
    await sealedAt<AnswerRecord[]>(mark, sittingPlace(assessmentId)).put("plain", answers);
  }
}

/** Ids of sittings are the last 36 characters; what stands before them is whose it was. */
function plainKeys(): { key: string; whose: string; assessmentId: string }[] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(plain))
      .map((key) => ({ key, whose: key.slice(plain.length + 1, -37), assessmentId: key.slice(-36) }));
  } catch {
    return [];
  }
}

function plainAnswers(key: string): AnswerRecord[] {
  try {
    const all: unknown = JSON.parse(localStorage.getItem(key) ?? "[]");
    return Array.isArray(all) ? (all as AnswerRecord[]).filter((one) => typeof one?.itemId === "string") : [];
  } catch {
    return [];
  }
}
