"use server";

import { setCrisisContacts, setEscalation } from "@/db/commands/safety/change-settings";
import { contactForm, contactResetForm } from "@/lib/domain/safety/contact-form";
import { escalationForm } from "@/lib/domain/safety/forms";
import { staffAction } from "@/lib/server/form-action";

export const saveEscalation = staffAction(escalationForm, async (scope, form) => {
  await setEscalation(scope, form);
  return { refresh: true, message: "Saved. It holds from now on." };
});

export const saveContacts = staffAction(contactForm, async (scope, form) => {
  await setCrisisContacts(scope, form);
  return { refresh: true, message: "Saved. Clients see these from now on." };
});

export const resetContacts = staffAction(contactResetForm, async (scope, { country }) => {
  await setCrisisContacts(scope, { country, contacts: null });
  return { refresh: true, message: "The numbers that come with Nearer are back." };
});
