import { task } from "@/components/shell/task";
import { newTherapistWords } from "@/lib/clients/hand-over";

/** Who is there for this client now, for some days after they were handed over. */
export function NewTherapist({ from, to }: { from: string; to: string }) {
  const { title, text } = newTherapistWords(from, to);
  return (
    <section className={task}>
      <h2>{title}</h2>
      <p>{text}</p>
    </section>
  );
}
