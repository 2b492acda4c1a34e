"use server";

import { setCrisisContacts, setEscalation } from "@/db/commands/safety/change-settings";
import { setProposalText, writeProposalText } from "@/db/commands/safety/propose";
import { contactForm, contactResetForm } from "@/lib/safety/contact-form";
import { escalationForm } from "@/lib/safety/forms";
import { proposalResetForm, proposalTextForm } from "@/lib/safety/proposal-form";
import { staffAction } from "@/server/form-action";

export const saveEscalation = staffAction(escalationForm, async (scope, form) => {
  await setEscalation(scope, form);
  return { refresh: true, message: "Saved. It holds from now on." };
});

export const saveContacts = staffAction(
  contactForm,
  async (scope, form) => {
    await setCrisisContacts(scope, form);
    return { refresh: true, message: "Saved. Clients see these from now on." };
  },
  { asksProof: true },
);

export const resetContacts = staffAction(
  contactResetForm,
  async (scope, { country }) => {
    await setCrisisContacts(scope, { country, contacts: null });
    return { refresh: true, message: "The numbers that come with Nearer are back." };
  },
  { asksProof: true },
);

export const saveProposal = staffAction(proposalTextForm, async (scope, { key, seen, instead, ...text }) => {
  await writeProposalText(scope, { key, text, seen, instead });
  return { refresh: true, message: "Saved. The safety panel says this from now on." };
});

export const resetProposal = staffAction(proposalResetForm, async (scope, { key }) => {
  await setProposalText(scope, { key, text: null });
  return { refresh: true, message: "The words that come with Nearer are back." };
});
