import type { ComponentProps } from "react";
import { BeforeSignIn } from "@/components/identity/before-sign-in";
import { Leave } from "../../_shell/leave";

/** A page before sign-in. Somebody may come in here too, so the way out is here as well. */
export function Door(props: Omit<ComponentProps<typeof BeforeSignIn>, "leave">) {
  return <BeforeSignIn {...props} leave={<Leave />} />;
}
