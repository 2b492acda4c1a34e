import { type Check, proof } from "./check.testing";

/** What is kept stays: checks 21 to 36. */
export const durability: readonly Check[] = [
  {
    what: "PostgreSQL killed while writing: what was acknowledged is there",
    shown: [
      ["runtime/healing.test.ts", "keeps every acknowledged row when it is killed under 8 writers"],
      proof("kills"),
    ],
  },
  {
    what: "The application killed in the middle: all or nothing",
    shown: [
      ["db/scope.test.ts", "writes nothing when its work throws, and forgets the practice when it ends"],
      ["db/commands/clients/enrol-client.test.ts", "leaves nothing behind when a part fails"],
      proof("killed-app"),
    ],
  },
  {
    what: "Sent twenty times, sent again later: one effect, and other words are told",
    shown: [
      [
        "db/commands/assessments/sitting.test.ts",
        "has one effect when it is sent twenty times at once, and the same answer every time",
      ],
      [
        "db/commands/clients/enrol-client.test.ts",
        "enrols once, however often and however parallel the same form comes",
      ],
      ["db/commands/drafts/sent-again.test.ts", "with other words is refused for either side, and stays what it was"],
    ],
  },
  {
    what: "Two editors: one wins, the other hears of it and keeps their words",
    shown: [
      ["db/commands/protocol/versions.test.ts", "refuses a form that was opened before the draft became what it is"],
      ["db/commands/assessments/build-draft.test.ts", "never write over one another unseen, question by question"],
      [
        "db/commands/drafts/keep-draft.test.ts",
        "keeps both texts when two pages write at the same moment, whichever comes first",
      ],
    ],
  },
  {
    what: "A hundred failed BEGINs leave the pool whole",
    shown: [["db/scope.test.ts", "leaves the pool whole after a hundred BEGINs that failed"]],
  },
  {
    what: "The database restarts or moves: no process ends, nothing is done twice",
    shown: [
      [
        "db/connect.test.ts",
        "tells whoever holds a connection by their next query that the database ended it, and nobody else",
      ],
      ["db/unavailable.test.ts", "is a doubt only where it came while something was being kept"],
      proof("failover"),
    ],
  },
  {
    what: "All connections taken: 503 with the time to wait, and back by itself",
    shown: [
      ["db/connect.test.ts", "says that it is busy within its patience, loses no connection, and goes on"],
      [
        "server/first-door.test.ts",
        "is a page that says so, with 503 and the time to wait, where it was asked for as a page",
        "keeps the words of a form, and says 503 beside them",
      ],
      proof("kills"),
    ],
  },
  {
    what: "Several start at once; a populated database of before migrates",
    shown: [
      ["db/migrate.test.ts", "migrates once when several instances start at once"],
      [
        "db/migrations-data.test.ts",
        "says in columns what names and instants said, for the rows that are there",
        "keeps the words of how an exercise went, as answers to the question that they are of",
      ],
      proof("earlier"),
    ],
  },
  {
    what: "Each migration on a million rows: no long lock",
    shown: [
      [
        "db/migrations-data.test.ts",
        "makes nobody wait behind it for a lock that somebody holds: it gives way, and comes again",
      ],
      proof("migrations"),
    ],
  },
  {
    what: "Backup, restore, drill",
    shown: [
      [
        "runtime/backup/backup.test.ts",
        "comes back in a drill the same in every table, up to this moment, and its words open",
        "is restored into a new directory, to a minute, with the operator’s key alone: hash by hash what was there",
      ],
    ],
  },
  {
    what: "The chain of the record of access finds every change",
    shown: [
      [
        "db/commands/audit/chain-audit.test.ts",
        "holds every entry once, goes on where it stopped, and is found whole",
        "finds a chain that was written anew, by what was anchored outside of the database",
        "is the worker’s: the application neither links, changes nor removes",
      ],
      [
        "db/commands/audit/chain-crowd.test.ts",
        "has no fork: every entry once, every number once",
        "tells where one was changed, taken out or moved, the last one too",
      ],
    ],
  },
  {
    what: "Every read and change of a record is entered in its transaction",
    shown: [
      [
        "db/audit.test.ts",
        "enters everything that a page reads in one statement, as the last of its transaction",
        "gives nothing out whose reading could not be entered",
      ],
      ["db/queries/tenancy.test.ts", "leaves an audit row for being read"],
      ["db/queries/caseload/caseload-read.test.ts", "is entered once for each look at it, and names nobody"],
    ],
  },
  {
    what: "Jobs have one effect, also with a worker killed",
    shown: [
      ["runtime/worker/killed.test.ts", "a worker killed before it handed a letter over neither loses nor doubles it"],
      ["runtime/worker/escalate.test.ts", "is passed on once by two workers at the same moment"],
      ["runtime/worker/send-push.test.ts", "goes once, however many workers look"],
      proof("killed-worker"),
    ],
  },
  {
    what: "Keys change under traffic; a sealed word elsewhere does not open",
    shown: [
      [
        "runtime/seal-keys.test.ts",
        "takes a new one in front of the old, and asks for both from then on, until one is given up",
      ],
      [
        "runtime/sealing/reseal.test.ts",
        "lets nobody who reads or writes meanwhile fail, and goes on after it was broken off",
        "still opens nothing that was moved to another row",
        "takes nothing back to an older key, and lets it go once nothing needs it",
      ],
      [
        "db/sealing/resealer.test.ts",
        "sets a value that is being sealed anew: to the same length under the named key, and to nothing else",
      ],
      ["db/sealed-columns.test.ts", "open in the one row of the one column alone"],
    ],
    rest: "an instance that was left running with the keys of before",
  },
  {
    what: "Access in an emergency runs out, is of one client, is told and reviewed",
    shown: [
      [
        "db/commands/clients/emergency.test.ts",
        "is read for sixty minutes and not a moment longer, and changed not at all",
        "is one record, of whose couple and practice nothing else opens",
        "finds, reads and is told nothing, by name or number, before or during the hour, and cannot tell it from a missing record",
        "is told by letter to the therapist and the other owners, and to nobody else",
        "stands in the record of access, and what was read then says so; the client sees the day",
        "waits to be looked through by somebody else, once, with a note; a therapist reads of their own clients’",
      ],
      [
        "e2e/emergency.spec.ts",
        "a supervisor opens one record in an emergency, sees for how long, and the owner looks through it",
      ],
    ],
  },
  {
    what: "Erasure and taking along",
    shown: [
      [
        "db/erasing/erase.test.ts",
        "removes every row that hangs on the person, and their words, name and address from every table",
      ],
      ["db/queries/exports/own-pages.test.ts", "holds nothing of a partner, and nobody else’s pages"],
      ["runtime/backup/backup.test.ts", "erases again what was erased since, or does not come back at all"],
    ],
  },
];
