"use client";

import { useForm } from "@/components/forms/action-form";
import { HandOver } from "@/components/ui/hand-over";

/** The link that changing an address made, where no letter carries it: handed over now, and kept nowhere. */
export function NewLink() {
  const { id, state } = useForm();
  const { link, picture } = state.shown ?? {};
  if (typeof link !== "string" || typeof picture !== "string") return null;
  return <HandOver id={`${id}-link`} label="Link for the client" link={link} picture={picture} />;
}
