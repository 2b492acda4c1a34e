/** What the record of access says about sessions, their notes and goals: one part of lib/audit/actions.ts. */
export const sessionActions = {
  "appointments.booked": { subject: "appointment", did: "booked a session" },
  "appointments.cancelled": { subject: "appointment", did: "called a session off" },
  "appointments.done": { subject: "appointment", did: "noted that a session took place" },
  "appointments.feed-set": { subject: "calendar_feed", did: "changed the address of their calendar" },
  "appointments.kept": { subject: "appointment", did: "left a session at its time after a wish to move it" },
  "appointments.missed": { subject: "appointment", did: "noted that a session did not take place" },
  "appointments.move-asked": { subject: "appointment", did: "asked to move a session" },
  "appointments.moved": { subject: "appointment", did: "moved a session" },
  "appointments.read": { subject: "client", did: "read the sessions" },
  "appointments.reopened": { subject: "appointment", did: "took a session up again" },
  "appointments.told-before": { subject: "appointment", did: "wrote on the day before a session" },

  "connection.note-added": { subject: "chart_note", did: "wrote a note on the connection chart" },
  "connection.note-edited": { subject: "chart_note", did: "changed a note on the connection chart" },
  "connection.note-removed": { subject: "chart_note", did: "took a note off the connection chart" },
  "connection.note-restored": { subject: "chart_note", did: "put a note back on the connection chart" },

  "goals.changed": { subject: "goal", did: "changed a goal with the client’s agreement" },
  "goals.going-on": { subject: "goal", did: "went on with a goal after a review" },
  "goals.let-go": { subject: "goal", did: "let a goal go after a review" },
  "goals.met": { subject: "goal", did: "called a goal met after a review" },
  "goals.read": { subject: "client", did: "read the goals" },
  "goals.set": { subject: "goal", did: "wrote down a goal with the client" },

  "notes.amended": { subject: "session_note", did: "amended the note of a session" },
  "notes.apart-written": { subject: "note_apart", did: "wrote a note apart from the record" },
  "notes.cosigned": { subject: "session_note", did: "gave the note of a session a second signature" },
  "notes.read": { subject: "session_note", did: "read the note of a session" },
  "notes.signed": { subject: "session_note", did: "signed the note of a session" },
  "notes.template-set": { subject: "note_template", did: "changed a layout for notes" },
} as const;
