import type { Metadata } from "next";
import { ForgetSavedAnswers } from "@/components/assessments/forget-saved-answers";
import { BeforeSignIn } from "@/components/identity/before-sign-in";
import { LinkButton } from "@/components/ui/link-button";

export const metadata: Metadata = { title: "Thank you" };

/** Says the same whether the answers were sent, stopped, or the time ran out. */
export default function DonePage() {
  return (
    <BeforeSignIn title="Thank you" sub="What you answered is kept. Please hand the device back now.">
      <ForgetSavedAnswers assessmentId={null} />
      <LinkButton href="/sign-in">Therapist: sign in</LinkButton>
    </BeforeSignIn>
  );
}
