import { type Check, proof } from "./check.testing";

const identity = "db/commands/identity";
const attack = "e2e/security";

/** Who reads what, by which door: checks 1 to 12. */
export const doorsAndWalls: readonly Check[] = [
  {
    what: "Every page, route and action × every role; an unlisted one fails",
    shown: [
      [
        `${attack}/routes.spec.ts`,
        "each route opens for whom it should and for nobody else",
        "every action is made by one of the doors",
      ],
      [
        `${attack}/roles.spec.ts`,
        "each page without an id opens for the roles that it is for, of nine, and for no other",
        "each page about somebody is as absent for a colleague, another practice and somebody without access as one about nobody",
      ],
      [`${attack}/actions.spec.ts`, "every action that the build serves is listed, with a form for it"],
      [
        "scripts/attack-lists.test.ts",
        "every page is listed with who may open it",
        "every action is listed, with a form for it",
      ],
      ["db/commands/who-may-change.test.ts", "knows every command of staff, and which of them are about one client"],
    ],
  },
  {
    what: "Foreign ids are as absent as missing ones, and the denial is kept",
    shown: [
      [
        `${attack}/actions.spec.ts`,
        "no page opens with an id that is not the reader's own, for any role",
        "no action lets anybody do what is not theirs: nothing is written, and the answer tells nothing",
      ],
      [
        `${attack}/walls.spec.ts`,
        "a foreign practice's client is a 404 that leaks no string; the control shows our own",
      ],
      [
        "server/security-log.test.ts",
        "keeps what was not there for somebody, with the sign-in and the kind of device, and no id of it",
      ],
    ],
  },
  {
    what: "The partner wall: nothing of the other differs, whatever they keep",
    shown: [
      [`${attack}/transition.spec.ts`, "no page, header, answer or letter tells what one of two did alone"],
      ["server/report-paper.test.ts", "is the same whatever safety knows, and holds none of its words"],
      [
        "db/queries/exports/own-pages.test.ts",
        "is the same with and without anything about safety, and holds no word of staff among themselves",
      ],
      proof("transition"),
      proof("timing"),
    ],
  },
  {
    what: "Row-level security on every table; a start with an unsafe role is refused",
    shown: [
      [
        "db/catalog.test.ts",
        "enables and forces row-level security on every table",
        "lets the application own nothing, alter nothing and step around nothing",
      ],
      ["runtime/external-database.test.ts", "is opened as a role that row-level security binds, the worker's too"],
    ],
  },
  {
    what: "Tenants stay apart with the filters of the application off, and with row-level security off",
    shown: [
      [
        "db/queries/tenancy-without.test.ts",
        "holds by row-level security alone",
        "holds by the filters of the application alone",
      ],
      proof("tenants"),
    ],
  },
  {
    what: "Tenants mixed on a small pool with errors: nothing crosses, nothing is left on a connection",
    shown: [
      ["db/scope.test.ts", "writes nothing when its work throws, and forgets the practice when it ends"],
      ["db/prepared.test.ts", "shows each practice its own rows alone, however often and in whatever order they ask"],
      proof("tenants"),
    ],
  },
  {
    what: "No access decision in proxy.ts; no way of asking opens a page without a sign-in",
    shown: [
      [
        `${attack}/routes.spec.ts`,
        "every action is made by one of the doors",
        "each route opens for whom it should and for nobody else",
      ],
      ["server/locked.test.ts", "reads nothing: every load leads to the lock, with where from"],
      proof("without-proxy"),
    ],
  },
  {
    what: "A field too many changes nothing",
    shown: [
      ["scripts/sources.test.ts", "every form that is sent is strict: a field too many refuses it"],
      [
        "server/form-action.test.ts",
        "refuses a form of 15,000 fields unread, whoever sends it, and gives back fields of its own alone",
      ],
    ],
  },
  {
    what: "A captured cookie is worth nothing after sign-out, withdrawal, a new password, factor or role",
    shown: [
      [`${identity}/sign-in.test.ts`, "is worth nothing after signing out, and signing out twice is no error"],
      [
        `${identity}/colleagues.test.ts`,
        "is gone with the next request when it is withdrawn, and comes back when restored",
        "end the person's sessions when they change",
      ],
      [
        `${identity}/links.test.ts`,
        "needs the current one, ends the other sessions and half-done sign-ins, and keeps this one",
      ],
      [`${identity}/second-factor.test.ts`, "ends the other sessions when it is confirmed, and keeps the seed sealed"],
      ["e2e/sign-out.spec.ts", "signing out makes the old cookie useless, and leaving quickly leaves nothing behind"],
    ],
  },
  {
    what: "Idle and absolute limits, kept by the server; no polling extends them",
    shown: [
      [
        `${identity}/sign-in.test.ts`,
        "ends when nothing happens: staff after 15 minutes, clients after 20",
        "ends at its full time however busy: 12 hours and 8 hours",
      ],
      ["db/queries/identity/session.test.ts", "is not kept awake by what nobody did: a prefetch or a poll"],
    ],
  },
  {
    what: "Staff reach nothing without the second step, a reset neither",
    shown: [
      [`${identity}/sign-in.test.ts`, "opens a session that may only set up the second factor, for staff without one"],
      [
        `${identity}/links.test.ts`,
        "is replaced by a link that works for an hour, once, ends every session and keeps the second step",
      ],
    ],
  },
  {
    what: "A code opens once, five tries, five minutes",
    shown: [
      [
        `${identity}/second-factor.test.ts`,
        "may be tried five times for one challenge, however many arrive at once",
        "open once under 20 tries at the same moment",
        "is over after five minutes, and after the challenge was used",
      ],
      [
        `${identity}/guessed-codes.test.ts`,
        "ends after a hundred wrong ones in a row: the app's codes open nothing, a letter says so, a recovery code ends it",
      ],
    ],
  },
];
