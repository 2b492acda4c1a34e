import { formatDay, formatLongDay } from "@/lib/format";
import { addDays } from "@/lib/time/local-date";
import { expect, test } from "./fixtures";
import { ownerState } from "./people";
import {
  changes,
  currentRow,
  decide,
  decideHere,
  decisions,
  expectNotOffered,
  expectRead,
  expectRefused,
  openPath,
  todayIn,
} from "./steering";

test.use({ storageState: ownerState });
test.setTimeout(240_000);

/** Each path is in the fourth day of week 3, in which One real feeling is daily and a favour is asked for twice. */
const inWeekThree = () => addDays(todayIn(), -17);
const say = (date: string) => formatLongDay(date, todayIn());
const agreement = {
  change: "change=dose&exercise=one-real-feeling&dose=times-3&scope=this-week",
  facts: ["One real feeling a day is asked for 3 times for this week."],
  words: "This week, One real feeling a day is planned 3 times. Choose the moments that suit you.",
  confirm: "Change the dose",
  kept: "Changed One real feeling a day to 3 times",
};

test("doses: what would change nothing is refused, and words follow the span", async ({ page, browser }) => {
  const path = await openPath(page, browser, { name: "Tobias Falk", startDate: inWeekThree() });
  const { phone } = path;

  await page.getByText("Other changes").click();
  await page.getByRole("link", { name: /^Change a dose/ }).click();
  await page.waitForURL(/change=dose/);
  await page.getByLabel("Exercise", { exact: true }).selectOption("Ten-minute cuddle");
  await page.waitForURL(/exercise=ten-minute-cuddle/);
  await page.getByLabel("For how long").selectOption("This week only");
  await page.waitForURL(/scope=this-week/);
  await expectNotOffered(path, /not part of this week.*comes in week 5/);
  await expect(decisions(path)).toHaveCount(0);
  await expectRead(path, []);
  await expect(phone.getByText(/cuddle/i)).toHaveCount(0);

  await page.goto(`${path.tab}?change=swap&exercise=one-real-feeling&scope=this-week`);
  await expect(page.getByLabel("Practise").locator("option", { hasText: "Ask for a favour" })).toHaveCount(0);

  const once = {
    change: "change=dose&exercise=ask-for-a-favour&dose=times-1&scope=this-week",
    facts: ["Ask for a favour is asked for once for this week."],
    words: "This week, Ask for a favour is planned once. Choose the moments that suit you.",
    confirm: "Change the dose",
    kept: "Changed Ask for a favour to once",
  };
  await decide(path, once);
  await expect(currentRow(path, "Ask for a favour")).toContainText("Once");
  await expect(currentRow(path, "Ask for a favour")).toContainText("0 of 1");
  await expectRefused(path, once.change, /asked for once already/);

  await decide(path, agreement);
  await expectRead(path, [agreement.words, once.words]);

  const without = {
    change: "change=drop&exercise=ask-for-a-favour&scope=this-week",
    facts: ["Ask for a favour is left out for this week."],
    words: "This week, we’re leaving out Ask for a favour. Less is enough for now.",
    confirm: "Leave it out",
    kept: "Left out Ask for a favour, for the week",
  };
  await decide(path, without);
  await expect(currentRow(path, "Ask for a favour")).toContainText(/Twice, until \w{3}/);
  await expect(decisions(path).filter({ hasText: once.kept })).toContainText("Tobias no longer reads:");
  await expectRead(path, [without.words, agreement.words]);
  await path.context.close();
});

test("weeks: repeat beside repeat, release beside repeat", async ({ page, browser }) => {
  const path = await openPath(page, browser, { name: "Rosa Engel", startDate: inWeekThree() });
  const next = addDays(inWeekThree(), 21);
  const repeated = {
    change: "change=repeat",
    facts: ["Week 3 is lived once more after its last day."],
    words: "When this week ends, we’ll live it once more. Coming back to a step is part of how this works.",
    confirm: "Repeat week 3",
    kept: "Repeated the week",
  };
  await decide(path, repeated);
  await expectRead(path, [repeated.words]);
  await expectRefused(path, repeated.change, /once more already/);

  const held = {
    change: "change=hold",
    facts: ["Week 3 goes on until you release it."],
    words: "We’re staying with this week a little longer. There is no catching up to do.",
    confirm: "Hold week 3",
    kept: "Held the path",
  };
  await decide(path, held);
  await expectRead(path, [held.words]);
  await expectRefused(path, repeated.change, /goes on anyway/);

  const released = {
    change: "change=release",
    facts: [
      `Week 3 is lived once more from ${say(next)}, as you decided before. To move on sooner, undo the repeat below.`,
    ],
    words: "When this week ends, we’ll live it once more, and then we move on.",
    confirm: "Release the hold",
    kept: "Released the path",
  };
  await decide(path, released);
  await expectRead(path, [released.words]);
  const again = page.locator("table[data-path] tr", { hasText: "once more" });
  await expect(again).toContainText("Week 3");
  await path.phone.goto("/portal/path");
  await expect(path.phone.getByRole("heading", { name: "Week 3" })).toHaveCount(2);
  await path.context.close();
});

test("a pause keeps what was agreed, both sides name the day, and its words stay", async ({ page, browser }) => {
  const path = await openPath(page, browser, { name: "Mika Sand", startDate: inWeekThree() });
  const { phone } = path;
  const until = addDays(todayIn(), 6);
  await decide(path, agreement);
  const paused = {
    change: `change=pause&until=${until}`,
    facts: [`No exercises before ${say(until)}. They start again that day, in week 3.`],
    words: `We’re taking a pause and start again on ${say(until)}. Nothing is expected of you, and your place is kept.`,
    confirm: "Pause the path",
    kept: `Paused, to start again on ${formatDay(until, todayIn())}`,
  };
  await decide(path, paused);

  await page.goto(path.tab);
  const [first] = await changes(path).getByRole("navigation").getByRole("link").allTextContents();
  expect(first).toContain("Resume");
  await expect(page.getByRole("button", { name: "Resume the path" })).toBeVisible();
  const day = formatDay(until, todayIn());
  const after = page.locator("table[data-path] tr", { hasText: "after the pause" });
  await expect(after).toContainText("Week 3");
  await expect(after).toContainText(`paused until ${day}`);
  await expect(after).toContainText("3 times");
  await phone.goto("/portal/path");
  await expect(phone.getByText(`Small Steps, from ${day}`)).toBeVisible();

  const held = {
    change: "change=hold",
    facts: ["After the pause, week 3 goes on until you release it."],
    words: "When we start again, we’ll stay with this week a little longer. There is no catching up to do.",
    confirm: "Hold week 3",
    kept: "Held the path",
  };
  await decide(path, held);
  await expectRead(path, [held.words, paused.words, agreement.words]);
  await expect(phone.getByText(/moving on/)).toHaveCount(0);

  await decide(path, {
    change: "change=resume",
    facts: ["Exercises start again today, in week 3."],
    words: "We’re starting again from where we stopped. Begin with whatever feels possible.",
    confirm: "Resume the path",
    kept: "Resumed",
  });
  await expect(currentRow(path, "One real feeling a day")).toContainText("3 times");
  await expect(decisions(path).filter({ hasText: paused.kept })).toContainText("Mika no longer reads:");
  await path.context.close();
});

test("an end names today on both sides, and can be undone", async ({ page, browser }) => {
  const path = await openPath(page, browser, { name: "Ines Dorn", startDate: inWeekThree(), zone: "Europe/Berlin" });
  const today = say(todayIn("Europe/Berlin"));
  const ended = {
    change: "change=end&followUps=yes",
    facts: [`The protocol ends today, ${today}: from today on no exercise is asked for.`, "Follow-ups stay planned."],
    words: `The weekly exercises end on ${today}. What you did stays yours to look back on.`,
    confirm: "End the protocol",
    kept: "Ended the protocol, follow-ups kept",
  };
  await decide(path, ended);
  await expect(page.getByText("Times are by your clock, in London. Ines’s is in Berlin.")).toBeVisible();
  await expectRead(path, [ended.words]);

  await page.getByRole("link", { name: /^Undo: Ended/ }).click();
  await page.waitForURL(/change=undo/);
  const words = "Your weeks go on. What you did stays as it is.";
  const facts = [`The last week ends on ${say(addDays(inWeekThree(), 69))}.`];
  await decideHere(path, { facts, words, confirm: "Undo it", kept: "Undid: Ended the protocol" });
  await expectRead(path, [words]);
  await expect(currentRow(path, "One real feeling a day")).toContainText("Daily");
  await path.context.close();
});
