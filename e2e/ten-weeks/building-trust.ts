import { builtInExercises } from "@/lib/exercises/built-in-exercises";
import { NOT_PLANNED } from "@/lib/protocol/exercise-access";
import { expect } from "../fixtures";
import { answerAlone, tapNotSafe } from "../people";
import { answerSitting, check, nearer } from "../sittings";
import { smallSecret, tenMinuteCuddle } from "./exercises";
import { caseloadLine, clearGate, clientArrives, decide, type Path, therapistArrives, untilAsked } from "./steering";

/** The eve of phase 2: the calendar asks again, and the therapist decides. Two low weeks are a reason to look. Then week 5: touch. */
export async function phaseTwo(path: Path): Promise<void> {
  const { world, base } = path;
  let phone = await clientArrives(path, 33);
  await untilAsked(phone);
  await answerAlone(phone);
  await therapistArrives(path, 33);
  await clearGate(path, "Clear");
  phone = await clientArrives(path, 36);
  await expect(phone.getByText("Week 5 of 10, Building Trust")).toBeVisible();
  await check(phone, 7);
  await tenMinuteCuddle(world, phone, "stopped");

  const page = await therapistArrives(path, 36);
  await expect(await caseloadLine(path)).toContainText("Connection lower for two weeks running");
  await page.goto(`${base}/overview`);
  await expect(page.getByText(/both lie at least 2 points below the first fortnight/).first()).toBeVisible();
  await world.look(page, "overview-review");

  phone = await clientArrives(path, 40);
  await check(phone, 7);
  await answerSitting(phone, "How close things feel", nearer);
  await answerSitting(phone, "Distance moves", { now: [1, 1, 2, 0], wished: [] });
}

/** Week 6: "I don't feel safe". Numbers at once, nothing else on the pages changes, and when nobody answers the next person is asked. */
export async function isNotSafe(path: Path): Promise<void> {
  const { world, base } = path;
  const arrive = (address: string, count: number) =>
    expect.poll(() => world.letters(address).length, { timeout: 40_000 }).toBeGreaterThanOrEqual(count);
  const phone = await clientArrives(path, 43);
  await check(phone, 6);
  const before = { ravi: world.letters("ravi@weeks.example").length, alma: world.letters("alma@weeks.example").length };
  await phone.goto("/portal/exercises/ten-minute-cuddle");
  await tapNotSafe(phone);
  await expect(phone.getByRole("link", { name: "Call 999" })).toBeVisible();
  await phone.getByRole("link", { name: "What happens now" }).click();
  await expect(phone.getByText(/It stands first on the list of Ravi/).first()).toBeVisible();
  await world.look(phone, "safe");
  for (const title of ["Ten-minute cuddle", "Share a small secret", "Learn something together"]) {
    await phone.goto(`/portal/exercises/${keyOf(title)}`);
    await expect(phone.getByRole("heading", { name: title })).toBeVisible();
  }
  await arrive("ravi@weeks.example", before.ravi + 1);
  expect(world.letters("alma@weeks.example")).toHaveLength(before.alma);
  const page = await therapistArrives(path, 43, "19:46");
  await expect(page.getByRole("row").nth(1)).toContainText("Chose “I don’t feel safe”");
  await page.goto(`${base}/overview`);
  await expect(page.getByRole("heading", { name: "Maren chose “I don’t feel safe”" })).toBeVisible();
  await world.look(page, "overview-event");
  await arrive("alma@weeks.example", before.alma + 1);
  expect(world.letters("alma@weeks.example").at(-1)?.raw).not.toMatch(/safe|risk|Maren|Holt|client|therap/i);
  await page.reload();
  await expect(page.getByText(/The owner was asked .*, because nobody had answered/)).toBeVisible();
  await page.getByRole("button", { name: "I am on it" }).click();
  await expect(page.getByText(/Ravi Anand is on it/)).toBeVisible();
  await page.getByText("Close with a note").click();
  await page.getByLabel("How it ended").fill("We talked on the phone. She is at her sister's tonight.");
  await page.getByRole("button", { name: "Close this event" }).click();
  await expect(page.getByRole("heading", { name: /chose “I don’t feel safe”/ })).toHaveCount(0);
  await page.getByText("Log a concern").click();
  await page.getByRole("radio", { name: /^Stop/ }).check();
  await page.getByLabel("What you noticed").fill("He stood in the door when she wanted to leave.");
  await page.getByRole("button", { name: "Write it down" }).click();
  await expect(page.getByRole("heading", { name: "What follows for joint steps?" })).toBeVisible();
  await page.getByRole("radio", { name: /^Own steps from the next practice week/ }).check();
  await page.getByRole("button", { name: "Keep this choice" }).click();
  await expect(page.getByRole("heading", { name: "What follows for joint steps?" })).toHaveCount(0);
  await expect(page.getByText(/Joint steps are open/)).toBeVisible();
}

/** A stop moves no week: the next one is lived in own steps, until it is released and another practice week begins. */
export async function isReleased(path: Path): Promise<void> {
  const { world } = path;
  let phone = await clientArrives(path, 50);
  await expect(phone.getByText(/^Week 7 of 10/)).toBeVisible();
  await phone.goto("/portal/exercises/ten-minute-cuddle");
  await expect(phone.getByRole("heading", { name: "Ten minutes of warmth" })).toBeVisible();
  await world.look(phone, "own-steps-of-the-cuddle");
  await phone.goto("/portal");
  await check(phone, 7);
  await therapistArrives(path, 50);
  await expect(await caseloadLine(path)).toContainText("Safety stop");
  await clearGate(path, "Release the stop");
  await decide(path, {
    change: "change=repeat",
    confirm: "Repeat week 7",
    reason: "This week once more, with each other.",
    words: "When this week ends, we’ll live it once more.",
  });

  phone = await clientArrives(path, 51);
  await phone.goto("/portal/exercises/ten-minute-cuddle");
  await expect(phone.getByRole("heading", { name: "Ten minutes of warmth" })).toBeVisible();
  await answerSitting(phone, "How close things feel, short", nearer);
}

/** Week 7 again, with each other; the dimensions are shown to the client. The calendar asks before phase 3. */
export async function onceMore(path: Path): Promise<void> {
  const { world, base } = path;
  let phone = await clientArrives(path, 57);
  await expect(phone.getByText("Week 7 of 10, Building Trust")).toBeVisible();
  await check(phone, 7);
  await tenMinuteCuddle(world, phone, "over");
  await smallSecret(world, phone);
  await phone.goto("/portal/path");
  await expect(phone.getByRole("heading", { name: "Week by week" })).toBeVisible();
  await expect(phone.getByRole("row", { name: /Emotional/ })).toHaveCount(0);

  const page = await therapistArrives(path, 57);
  await page.goto(`${base}/overview`);
  await expect(page.getByText(/^Week \d assessment, brief form/)).toBeVisible();
  await page.getByRole("button", { name: "Show to Maren" }).click();
  await expect(page.getByRole("button", { name: "Take back" })).toBeVisible();

  phone = await clientArrives(path, 59);
  await phone.goto("/portal/path");
  await expect(phone.getByRole("row", { name: /Emotional/ }).first()).toBeVisible();
  await world.look(phone, "my-path");

  phone = await clientArrives(path, 68);
  await expect(phone.getByText("Week 8 of 10, Building Trust")).toBeVisible();
  await check(phone, 8);
  await answerSitting(phone, "How close things feel, short", nearer);
  await untilAsked(phone);
  await answerAlone(phone);
  await phone.goto("/portal/exercises/one-real-feeling");
  await expect(phone.getByText(NOT_PLANNED)).toBeVisible();
  await therapistArrives(path, 68);
  await clearGate(path, "Clear");
}

const keyOf = (title: string) => builtInExercises.find((one) => one.title === title)?.key ?? "";
