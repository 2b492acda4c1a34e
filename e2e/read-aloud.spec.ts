import type { Page } from "@playwright/test";
import pg from "pg";
import { paths } from "@/lib/paths";
import { expect, test } from "./fixtures";
import { mintSignedInClient, type SignedInClient } from "./security/minted-session";

let pool: pg.Pool;
test.beforeAll(({ databaseUrl }) => {
  pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
});
test.afterAll(() => pool.end());

/** The way out and the places, before anything else. */
const frame = `
  - link "Skip to the page"
  - button "Leave now, to a weather page"
  - banner:
    - link "Nearer"
    - button "Leave quickly"
  - navigation "Main":
    - link "Today"
    - link "My path"
    - link "Learn"
    - link "Messages"
    - link "Account"
`;

async function safetyCheckOf({ practice, client }: SignedInClient): Promise<string> {
  const { rows } = await pool.query<{ id: string }>(
    `select a.id from assessment a join instrument_version v on v.practice_id = a.practice_id and v.id = a.instrument_version_id
     where a.practice_id = $1 and a.client_id = $2 and v.definition ->> 'sensitivity' = 'safety' limit 1`,
    [practice.practiceId, client.clientId],
  );
  return paths.portal.assessment(rows[0]?.id ?? "");
}

const said = (page: Page) => expect(page.locator("body"));

test("five pages as they are read aloud: what they are, what can be done, and in which order", async ({
  browser,
  serverUrl,
}) => {
  const person = await mintSignedInClient(pool, browser, serverUrl);
  const page = await person.context.newPage();

  await test.step("Today", async () => {
    await page.goto("/portal");
    await said(page).toMatchAriaSnapshot(`${frame}
  - main:
    - heading /^(Good (morning|afternoon|evening)|Hello), Noor$/ [level=1]
    - text: Week 1 of 10, Small Steps
    - heading "Three short things this week" [level=2]
    - list:
      - listitem:
        - 'link "Start: Distance moves"'
      - listitem:
        - 'link "Start: How close things feel"'
      - listitem:
        - 'link "Start: A few questions"'
    - heading "Name one real feeling" [level=2]
    - 'link "Start: Name one real feeling"'
    - group "How connected do you feel right now?":
      - heading "How connected do you feel right now?" [level=2]
      - radio "1, Far away"
      - radio "2"
      - radio "3"
      - radio "4"
      - radio "5"
      - radio "6"
      - radio "7"
      - radio "8"
      - radio "9"
      - radio "10, Very close"
    - textbox "A note, if you like"
    - button "Save this check"
    - status
    - heading "This week" [level=2]
    - link "I need a pause"
    - group: I don’t feel safe
`);
  });

  await test.step("a sitting", async () => {
    await page.goto(person.sitting);
    await said(page).toMatchAriaSnapshot(`
  - main:
    - link "Stop for now"
    - button "Leave quickly"
    - group: Where to turn
    - paragraph:
      - text: 1 of 36
      - status
    - progressbar "Statements"
    - heading "When I am sad or scared, I let my partner see it." [level=1]
    - paragraph: Think of the last two weeks with your partner.
    - group /How it is now$/:
      - radio "Strongly disagree"
      - radio "Disagree"
      - radio "In between"
      - radio "Agree"
      - radio "Strongly agree"
    - button "I prefer not to answer"
    - button "Next"
`);
  });

  await test.step("an exercise", async () => {
    await page.goto(paths.portal.exercise("one-real-feeling"));
    await said(page).toMatchAriaSnapshot(`${frame}
  - main:
    - heading "Name one real feeling" [level=1]
    - region "Before you begin":
      - paragraph: Step 1 of 4
      - heading "Before you begin" [level=2]
      - group "How anxious are you right now?":
        - radio "0, Calm"
        - radio "5"
        - radio "10, As anxious as can be"
        - radio "No answer"
    - button "Next"
    - status
    - group: Leave it out today
    - group: Ask for another exercise
    - link "I need a pause"
    - group: I don’t feel safe
`);
  });

  await test.step("the check asks one thing first, and nothing else is there to be heard", async () => {
    await page.goto(await safetyCheckOf(person));
    await said(page).toMatchAriaSnapshot(`
  - main:
    - /children: equal
    - link "Stop for now"
    - button "Leave quickly"
    - status
    - heading "Are you somewhere private, where nobody can see this screen?" [level=1]
    - group "Are you somewhere private, where nobody can see this screen?":
      - /children: equal
      - button "Yes"
      - button "No"
    - alert
`);
  });

  await test.step("messages", async () => {
    await page.goto("/portal/messages");
    await said(page).toMatchAriaSnapshot(`${frame}
  - main:
    - heading "Messages" [level=1]
    - paragraph: /Nearer is not watched around the clock\\. In danger now\\? Call 999/
    - heading /^You and/ [level=2]
    - paragraph: Nothing here yet. Write when you like.
    - textbox /^Write to/
    - button "Send"
    - status
`);
  });
  await person.context.close();
});
