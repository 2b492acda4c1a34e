import { numbered } from "@/lib/paths";
import { builtInProtocol } from "@/lib/protocol/built-in";
import { noCoupleTherapy } from "@/lib/safety/proposals";
import { askDueChecks } from "@/runtime/worker/ask-checks";
import { expect, test } from "./fixtures";
import { lettersTo } from "./post-office";
import { answers, clears, shares, writesTo } from "./security/transition/acts";
import { mintSide, type Side } from "./security/transition/side";
import { dateOf, on, openWorld, type World } from "./security/transition/world";
import { expectSteps, neutral, threeOf } from "./three-people";

test.setTimeout(480_000);

let world: World;
test.beforeAll(async () => {
  world = await openWorld("e2e-couple-lives");
});
test.afterAll(() => world.close());

const overview = ({ practice: _, ...side }: Side, who: "mara" | "teo") => `/clients/${side[who].clientId}/overview`;

test("a couple through a whole phase with a stop in its middle, from all three sides", async ({ browser }) => {
  const side = await mintSide(world, { day: 8 });
  const three = await threeOf(browser, side);
  await test.step("week 2: both are clear, and steps are joint", async () => {
    await expectSteps(three, on(8, "12:00"), "joint");
    const desk = await three.at("therapist", on(8, "12:10"), overview(side, "mara"));
    await expect(desk.getByText("Joint steps are open.", { exact: false })).toBeVisible();
  });
  await test.step("a stop, and own steps from the next week: nothing changes in this one", async () => {
    const before = await three.both(on(9, "12:00"), "/portal");
    const desk = await three.at("therapist", on(9, "12:10"), overview(side, "mara"));
    await desk.getByText("Log a concern").click();
    await desk.getByRole("radio", { name: /^Stop/ }).check();
    await desk.getByLabel("What you noticed").fill("Teo answered every question for her.");
    await desk.getByRole("button", { name: "Write it down" }).click();
    await expect(desk.getByRole("heading", { name: "What follows for joint steps?" })).toBeVisible();
    await expect(desk.getByRole("radio", { name: /Teo’s pages change when you do this/ })).toBeVisible();
    await desk.getByRole("radio", { name: /from the next practice week/ }).check();
    await desk.getByRole("button", { name: "Keep this choice" }).click();
    await expect(desk.getByRole("heading", { name: "What follows for joint steps?" })).toHaveCount(0);
    await expect(desk.getByText(noCoupleTherapy)).toBeVisible();
    expect(await three.both(on(9, "12:30"), "/portal")).toEqual(before);
  });
  await test.step("week 3: own steps for both, in the same words", async () => {
    await expectSteps(three, on(14, "12:00"), "own");
    const desk = await three.at("therapist", on(14, "12:10"), overview(side, "teo"));
    await expect(desk.getByText(/Joint steps are closed\. Everything goes on in own steps/)).toBeVisible();
    await expect(desk.getByText(/may ask why\. Agree with Teo, alone, what Teo will say/)).toBeVisible();
  });
  await test.step("released after a talk alone: open from the week that begins next, not before", async () => {
    const desk = await three.at("therapist", on(15, "12:00"), overview(side, "mara"));
    await desk.getByText("Release the stop").click();
    await desk.getByLabel("Why it is safe to go on").fill("We talked alone for an hour; she is not afraid.");
    await desk.getByLabel("Day of the talk").fill(dateOf(15));
    await desk.getByRole("radio", { name: "On the phone" }).check();
    await desk.getByRole("checkbox", { name: /can anybody hear you/ }).check();
    await desk.getByRole("button", { name: "Release for 12 weeks" }).click();
    await expect(desk.getByText("Clear", { exact: true }).first()).toBeVisible();
    await expectSteps(three, on(20, "12:00"), "own");
    await expectSteps(three, on(21, "12:00"), "joint");
  });
  await test.step("own days before the next phase: both are asked, and neither page tells what came of it", async () => {
    await world.goTo(on(24, "00:10"));
    await askDueChecks(world.pool, side.practice.system, on(24, "00:10"));
    await expectSteps(three, on(24, "12:00"), "own");
    const card = (await three.both(on(24, "18:30"), "/portal"))[0];
    expect(card?.text).toContain("A few questions");
    for (const who of ["mara", "teo"] as const) await answers(who)(side, on(24, "20:00"));
    expect((await three.both(on(24, "21:00"), "/portal"))[0]).toEqual(card);
    for (const who of ["mara", "teo"] as const) await clears(who)(side, on(25, "11:00"));
    await expectSteps(three, on(27, "12:00"), "own");
  });
  await test.step("phase 2 begins together", async () => {
    await expectSteps(three, on(28, "12:00"), "joint");
    expect((await three.both(on(28, "12:00"), "/portal"))[1]?.titles).toContain("Ten-minute cuddle");
    const desk = await three.at("therapist", on(28, "12:10"), `/couples/${side.coupleId}`);
    await expect(desk.getByRole("heading", { name: "Mara and Teo", level: 1 })).toBeVisible();
    expect(await desk.locator("main").textContent()).not.toMatch(/gate|event|check\b/i);
  });
  await three.close();
});

test("a separation: data stop without trace, the day agreed with each is kept, and no name stays", async ({
  browser,
}) => {
  const side = await mintSide(world, { day: 8 });
  await shares("shared")(side, on(9, "20:00"));
  const three = await threeOf(browser, side);
  await test.step("before: Teo sees what Mara shares", async () => {
    const teo = await three.at("teo", on(15, "12:00"), "/portal/together");
    await expect(teo.getByRole("heading", { name: "From Mara" })).toBeVisible();
  });
  await test.step("the therapist ends the link, with a reason and an agreed day", async () => {
    const desk = await three.at("therapist", on(15, "16:00"), `/clients/${side.mara.clientId}/record`);
    await desk.getByRole("link", { name: "End the link" }).click();
    await desk.getByLabel(/^The day that you agreed/).fill(dateOf(23));
    await desk.getByRole("button", { name: "Show what each reads" }).click();
    await desk.getByRole("button", { name: "End it now" }).click();
    await expect(desk.getByText("Write down the reason in a sentence.")).toBeVisible();
    await expect(desk.getByText(/Ended by/)).toHaveCount(0);
    await desk.getByLabel(/Why it ends/).fill("They live apart since the summer.");
    await desk.getByRole("button", { name: "End it now" }).click();
    await expect(desk.getByText(/Ended by/)).toBeVisible();
    expect((await desk.goto(`/couples/${side.coupleId}`))?.status()).toBe(404);
    for (const who of ["mara", "teo"] as const) {
      const page = await three.at("therapist", on(15, "16:10"), overview(side, who));
      await expect(page.getByText("Waits for your decision").first()).toBeVisible();
    }
  });
  await test.step("at once: no data of the other, and both pages read as in own steps", async () => {
    await expectSteps(three, on(15, "18:00"), "own");
    const [ofMara, ofTeo] = await three.both(on(15, "18:10"), "/portal/together");
    expect(ofTeo).toEqual(ofMara);
    expect(ofTeo?.text).toContain("There is nothing here at the moment.");
    await expectSteps(three, on(22, "12:00"), "own");
  });
  await test.step("after the agreed day: nothing holds the other’s name, and what is open is closed still", async () => {
    await writesTo("teo")(side, on(28, "09:00"));
    const pages = [
      "",
      "/path",
      "/learn",
      "/messages",
      "/account",
      "/sharing",
      "/together",
      "/pause",
      "/safe",
      "/consent",
    ];
    const exercises = builtInProtocol.exercises.map(({ key }) => `/exercises/${key}`);
    for (const [who, other] of [
      ["mara", "Teo"],
      ["teo", "Mara"],
    ] as const) {
      const page = await three.at(who, on(28, "12:00"), "/portal");
      for (const address of [...pages, ...exercises]) {
        const answer = await page.request.get(numbered(`/portal${address}`) ?? `/portal${address}`);
        expect(await answer.text(), `${who} at ${address}`).not.toContain(other);
      }
    }
    await expectSteps(three, on(28, "12:30"), "own");
    const { rows } = await world.pool.query<{ email: string }>(
      "select email from account where practice_id = $1 and role = 'client'",
      [side.practice.practiceId],
    );
    const letters = rows.flatMap(({ email }) => lettersTo(world.server.mailDir, email));
    expect(letters.filter(({ raw }) => /Mara|Holm|Teo/.test(raw))).toEqual([]);
  });
  await three.close();
});

test("somebody who has hurt the partner: that person stops, the other waits, and both portals read alike", async ({
  browser,
}) => {
  const side = await mintSide(world, { day: 15 });
  const three = await threeOf(browser, side);
  await test.step("both are asked in the same minute", async () => {
    const desk = await three.at("therapist", on(15, "12:00"), overview(side, "mara"));
    await desk.getByRole("button", { name: "Ask a safety check" }).click();
    await expect(desk.getByText(/these are own days/)).toBeVisible();
    await expectSteps(three, on(15, "13:00"), "own");
  });
  const quiet = await three.both(on(15, "18:30"), "/portal");
  await test.step("Teo answers that he has hurt her, and reads what everybody reads", async () => {
    const teo = await three.at("teo", on(15, "19:00"), "/portal");
    await teo.getByRole("link", { name: "Start: A few questions" }).click();
    await teo.getByRole("button", { name: "Yes", exact: true }).click();
    await teo.getByRole("button", { name: "Go on" }).click();
    const statement = teo.getByRole("heading", { level: 1 });
    await expect(statement).not.toHaveText("Before you start");
    while (!(await teo.getByRole("textbox").isVisible())) {
      const asked = (await statement.textContent()) ?? "";
      const isOwn = /I have hurt my partner/.test(asked);
      await teo.getByRole("button", { name: isOwn ? /^Yes/ : /^(Never|No|No, never)$/ }).click();
      await expect(statement).not.toHaveText(asked);
    }
    await teo.getByRole("button", { name: "Next" }).click();
    await teo.getByRole("button", { name: "Send", exact: true }).click();
    await expect(statement).toHaveText("Thank you");
    await expect(teo.getByText(neutral)).toBeVisible();
    expect(await teo.locator("main").textContent()).not.toMatch(/hurt my|programme|Mara/);
    await answers("mara")(side, on(15, "20:00"));
    expect(await three.both(on(15, "21:00"), "/portal")).toEqual(quiet);
  });
  await test.step("the panel proposes a programme to him, and couple therapy to nobody", async () => {
    const desk = await three.at("therapist", on(16, "12:30"), overview(side, "teo"));
    await expect(desk.getByText("Stop", { exact: true }).first()).toBeVisible();
    await expect(desk.getByText("An accredited programme", { exact: true })).toBeVisible();
    await expect(desk.getByText(noCoupleTherapy)).toBeVisible();
    await expect(desk.getByText("Then, therapy for one person")).toBeVisible();
    const hers = await three.at("therapist", on(16, "12:40"), overview(side, "mara"));
    await expect(hers.getByText("Waits for your decision").first()).toBeVisible();
    await expect(hers.getByText("An accredited programme", { exact: true })).toHaveCount(0);
  });
  await test.step("the next week begins, and both go on with own steps, in the same words", async () => {
    await expectSteps(three, on(21, "12:00"), "own");
    const [ofMara, ofTeo] = await three.both(on(21, "12:10"), "/portal/path");
    for (const path of [ofMara, ofTeo]) expect(path?.text).not.toMatch(/hurt|\bgate\b|programme/i);
  });
  await three.close();
});
