export type ActionRule = { readonly subject: string; readonly did: string };

/** What `auditActions` says of people: their own account, a client’s life in the practice, and couples. */
export const personActions = {
  "account.chart-chosen": { subject: "chart_choice", did: "chose how a chart is shown" },
  "account.careful-chosen": { subject: "account", did: "chose whether their words open only after the password" },
  "account.leave-keys-chosen": { subject: "account", did: "chose which keys leave the portal quickly" },
  "account.leaving-read": { subject: "account", did: "read how to leave the portal quickly" },
  "account.words-opened": { subject: "session", did: "opened their words with the password" },

  "clients.address-asked": { subject: "address_change", did: "noted another address, to be confirmed by the client" },
  "clients.address-confirmed": { subject: "client_correction", did: "confirmed the new address" },
  "clients.address-dropped": { subject: "address_change", did: "took a new address back before it was confirmed" },
  "clients.chart-read": { subject: "client", did: "read the overview" },
  "clients.consent-agreed": { subject: "consent", did: "agreed to the consent" },
  "clients.consent-withdrawn": { subject: "consent", did: "withdrew the consent" },
  "clients.corrected": { subject: "client_correction", did: "put something on the client’s record right" },
  "clients.course-begun": { subject: "client_step", did: "began a course at week 1 with the client" },
  "clients.discharged": { subject: "client_step", did: "discharged the client" },
  "clients.enrolled": { subject: "client", did: "enrolled the client" },
  "clients.invitation-revoked": { subject: "client_step", did: "took the client’s invitation back" },
  "clients.limits-set": { subject: "confidentiality_limits", did: "changed the limits of confidentiality" },
  "clients.portal-closed": { subject: "client_step", did: "closed the portal on the day that was said" },
  "clients.record-read": { subject: "client", did: "read the record" },
  "clients.region-set": { subject: "client_region", did: "said in which country the client can be helped" },
  "clients.removed": { subject: "client_step", did: "removed a client who was entered by mistake" },
  "clients.returned": { subject: "client_step", did: "took the client back into care" },
  "clients.transferred": { subject: "client_transfer", did: "handed the client over to another therapist" },
  "clients.words-read": { subject: "client", did: "read what the client wrote" },

  "couples.chart-read": { subject: "couple", did: "read the couple’s page" },
  "couples.ended": { subject: "couple", did: "ended the link between two clients" },
  "couples.followed-up": { subject: "link_follow_up", did: "answered what is asked after the end of a link" },
  "couples.invitation-declined": {
  "couples.invitation-withdrawn": { subject: "partner_invitation_step", did: "took the partner’s invitation back" },
  "couples.linked": { subject: "couple", did: "linked two clients" },
  "couples.partner-invited": { subject: "partner_invitation", did: "invited the partner" },
  "couples.partner-talked-about": { subject: "partner_talk", did: "kept a talk about inviting the partner" },
  "couples.release-withdrawn": { subject: "couple", did: "took the shared picture back" },
  "couples.released": { subject: "couple", did: "showed the shared picture to both" },
  "couples.shared": { subject: "share_decision", did: "shared something with the partner" },
  "couples.shared-read": { subject: "couple", did: "looked at what the partner shares" },
  "couples.withdrawn": { subject: "share_decision", did: "stopped sharing something with the partner" },
} as const satisfies Record<string, ActionRule>;
