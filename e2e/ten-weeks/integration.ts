import { expect } from "../fixtures";
import { answerAlone } from "../people";
import { answerSitting, check, nearer } from "../sittings";
import { nameTheFear, temperatureCheck } from "./exercises";
import {
  caseloadLine,
  clearGate,
  clientArrives,
  type Marks,
  marksOf,
  type Path,
  therapistArrives,
  untilAsked,
} from "./steering";

/** Weeks 9 and 10: a number a day, and distance taken out loud. */
export async function phaseThree(path: Path): Promise<void> {
  const { world } = path;
  const phone = await clientArrives(path, 71);
  await expect(phone.getByText("Week 9 of 10, Integration")).toBeVisible();
  await check(phone, 8);
  await temperatureCheck(world, phone);
  await phone.goto("/portal");
  await phone.getByRole("link", { name: "I need a pause" }).click();
  await phone.getByRole("link", { name: "Find the words" }).click();
  await phone.waitForURL(/\/portal\/7\//);
  await nameTheFear(world, phone);
}

/** The end of the ten weeks: last measures, the plan for the time after, and both can read it. */
export async function end(path: Path): Promise<Marks> {
  const { world, base } = path;
  let phone = await clientArrives(path, 81);
  await expect(phone.getByText("Week 10 of 10, Integration")).toBeVisible();
  await check(phone, 9);
  await answerSitting(phone, "How close things feel", nearer);
  await answerSitting(phone, "Distance moves", { now: [0, 1, 1, 0], wished: [] });

  const page = await therapistArrives(path, 81);
  await page.goto(`${base}/protocol`);
  await page.getByLabel("Which small things would you like to keep?").fill("A feeling a day\nTen minutes on Sundays");
  await page.getByLabel("How would you notice that you are drifting apart?").fill("I eat at my desk.");
  await page.getByLabel("What would be a first small step back towards each other?").fill("A walk to the river.");
  await page.getByRole("button", { name: "Keep the plan" }).click();
  await expect(page.getByText("Ten minutes on Sundays").first()).toBeVisible();
  await world.look(page, "protocol-at-the-end");
  await page.goto(`${base}/overview`);
  await expect(page.getByText(/^Week 10 assessment/)).toBeVisible();
  await page.getByRole("button", { name: "Show to Maren" }).click();
  await expect(page.getByRole("button", { name: "Take back" })).toBeVisible();
  await world.look(page, "overview-at-the-end");
  const marks = await marksOf(page, base);

  phone = await clientArrives(path, 82);
  await phone.getByRole("link", { name: "Open my plan" }).click();
  await phone.getByText("What would be a first small step back towards each other?").click();
  await expect(phone.getByText("A walk to the river.")).toBeVisible();
  await world.look(phone, "keep-going");
  return marks;
}

/** Four and twelve weeks later. The clearance has run out by then, and the calendar asks again. */
export async function afterwards(path: Path, atTheEnd: Marks): Promise<void> {
  const { world, base } = path;
  let phone = await clientArrives(path, 111);
  await expect(phone.getByText("Your weeks of practice are behind you.")).toBeVisible();
  await world.look(phone, "today-afterwards");
  await answerSitting(phone, "How close things feel", nearer);

  phone = await clientArrives(path, 167);
  await answerSitting(phone, "How close things feel", nearer);
  await phone.goto("/portal/path");
  await expect(phone.getByRole("row", { name: /Emotional/ })).toHaveCount(0);
  await untilAsked(phone);

  const page = await therapistArrives(path, 167);
  await expect(await caseloadLine(path)).toContainText("Check not answered: talk to them alone");
  await page.goto(`${base}/overview`);
  await expect(page.getByText("The questions wait to be answered.")).toBeVisible();
  phone = await clientArrives(path, 167, "20:05");
  await answerAlone(phone);
  await therapistArrives(path, 167, "20:15");
  await clearGate(path, "Clear");
  await expect(page.getByText("2 later", { exact: false }).first()).toBeVisible();
  phone = await clientArrives(path, 168);
  await phone.goto("/portal/path");
  await expect(phone.getByRole("row", { name: /Emotional/ }).first()).toBeVisible();
  await therapistArrives(path, 168);
  const { past } = await marksOf(page, base);
  expect(past.slice(0, atTheEnd.past.length)).toEqual(atTheEnd.past);
}
