import { builtInExercises } from "@/lib/domain/protocol/built-in-exercises";
import { NOT_PLANNED } from "@/lib/domain/protocol/exercise-access";
import { expect } from "../fixtures";
import { answerAlone } from "../people";
import { answerSitting, check, nearer } from "../sittings";
import { smallSecret, tenMinuteCuddle } from "./exercises";
import { caseloadLine, clearGate, clientArrives, decide, type Path, therapistArrives } from "./steering";

/** The eve of phase 2: the safety questions come again. Two low weeks are a reason to look. Then week 5: touch. */
export async function phaseTwo(path: Path): Promise<void> {
  const { world, base } = path;
  let phone = await clientArrives(path, 34);
  await answerAlone(phone);
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
  await answerSitting(phone, "Five Dimensions", nearer);
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
  await phone.getByRole("button", { name: "I don’t feel safe" }).click();
  await expect(phone.getByRole("link", { name: "Call 999" })).toBeVisible();
  await expect(phone.getByText(/^It stands first on the list of Ravi/)).toBeVisible();
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
  await page.getByText("They close, and no new week begins.").click();
  await page.getByLabel("What you noticed").fill("He stood in the door when she wanted to leave.");
  await page.getByRole("button", { name: "Write it down" }).click();
  await expect(page.getByText("Touch and disclosure are closed, and no new week begins.").first()).toBeVisible();
  await expect(page.getByText("Closed for now")).toBeVisible();
}

/** A stop keeps the week. It is released by name and with a reason, after a talk alone; then the path goes on. */
export async function isReleased(path: Path): Promise<void> {
  const { world } = path;
  let phone = await clientArrives(path, 50);
  await expect(phone.getByText(/^Week 6 of 10/)).toBeVisible();
  await phone.goto("/portal/exercises/ten-minute-cuddle");
  await expect(phone.getByRole("heading", { name: "Ten minutes of warmth" })).toBeVisible();
  await world.look(phone, "own-steps-of-the-cuddle");
  await phone.goto("/portal");
  await check(phone, 7);
  await therapistArrives(path, 50);
  await expect(await caseloadLine(path)).toContainText("Safety stop");
  await clearGate(path, "Release the stop");

  phone = await clientArrives(path, 51);
  await smallSecret(world, phone);
  await answerSitting(phone, "Five Dimensions, brief", nearer);
}

/** Week 7 is lived twice; the dimensions are shown to the client. */
export async function onceMore(path: Path): Promise<void> {
  const { world, base } = path;
  let phone = await clientArrives(path, 57);
  await expect(phone.getByText("Week 7 of 10, Building Trust")).toBeVisible();
  await check(phone, 7);
  await tenMinuteCuddle(world, phone, "over");
  await phone.goto("/portal/path");
  await expect(phone.getByText("Five kinds of close")).toHaveCount(0);

  const page = await therapistArrives(path, 57);
  await decide(path, {
    change: "change=repeat",
    confirm: "Repeat week 7",
    reason: "Ten whole minutes for the first time. Once more.",
    words: "We’re living this week once more.",
  });
  await page.goto(`${base}/overview`);
  await expect(page.getByText(/^Week 5 assessment/)).toBeVisible();
  await page.getByRole("button", { name: "Show to Maren" }).click();
  await expect(page.getByRole("button", { name: "Take back" })).toBeVisible();

  phone = await clientArrives(path, 64);
  await expect(phone.getByText("Week 7 of 10, Building Trust")).toBeVisible();
  await check(phone, 8);
  await phone.goto("/portal/path");
  await expect(phone.getByText("Five kinds of close")).toBeVisible();
  await world.look(phone, "my-path");

  phone = await clientArrives(path, 75);
  await expect(phone.getByText("Week 8 of 10, Building Trust")).toBeVisible();
  await check(phone, 8);
  await answerSitting(phone, "Five Dimensions, brief", nearer);
  await phone.goto("/portal");
  await answerAlone(phone);
  await phone.goto("/portal/exercises/one-real-feeling");
  await expect(phone.getByText(NOT_PLANNED)).toBeVisible();
}

const keyOf = (title: string) => builtInExercises.find((one) => one.title === title)?.key ?? "";
