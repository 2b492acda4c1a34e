import type { Reading } from "@/lib/learn/reading";

/** Readings of weeks five to ten, in our own words. */
export const bodysAlarm: Reading = {
  key: "the-bodys-alarm",
  title: "The body’s alarm",
  summary: "Three chemicals, one smoke detector, and why ten quiet minutes can teach it something.",
  weeks: [5],
  exercises: ["ten-minute-cuddle"],
  sections: [
    {
      heading: null,
      paragraphs: [
        "You can know that you are safe and still feel your heart speed up. That is not weakness. It is a very old part of the brain doing its job. Its name is the amygdala. It works a bit like a smoke detector. It does not think. It goes off when something looks like danger, and it would sooner be wrong ten times than miss one fire.",
        "For some people, closeness looks like smoke. Once, long ago, needing somebody hurt. So now a kind look, a hand on the arm or the words “we need to talk” can start the alarm. In brain scans, called fMRI, being turned away by someone wakes some of the same places as pain in the body. How alike the two are is still argued about. No wonder we flinch, though.",
        "When the alarm rings, nerves call up adrenaline within seconds: your heart races, your hands may shake. Then a slower chain starts, the stress axis. It ends with cortisol, which keeps you on guard for longer. You do not choose any of this. You can only wait for it to pass, and it does.",
      ],
    },
    {
      heading: "Three helpers",
      paragraphs: [
        "Three of the body’s chemicals matter here.",
        "| Chemical | What it is for | When closeness feels like danger |\n| Cortisol | It gets you ready for trouble. | It can rise when a partner asks for more. You feel tense, hot or trapped. |\n| Oxytocin | It goes with trust and warm touch. | It has little chance while the alarm is loud. A hug can feel like nothing, or even feel bad. |\n| Dopamine | It says: more of that, please. | It may go to what you do alone: work, games, sport, a screen. |",
        "Treats that you find alone are good things. They only become a wall when they are the only place where joy is allowed.",
        "This table is a simple drawing of something that is not simple. That stress brings cortisol is sure. Oxytocin is less of a cuddle chemical than people say, and what it does depends on whom you are with. Take the table as a map.",
      ],
    },
    {
      heading: "How an alarm learns",
      paragraphs: [
        "You cannot argue with a smoke detector. It does not speak. It learns from one thing: what happens. If the alarm goes off and you leave at once, it thinks that leaving saved you. Next time it will ring sooner.",
        "If you stay a little, and nothing bad happens, the alarm rises, stays up for a time, and then begins to fall. It falls by itself. Each time you are there to feel that, it learns: this was toast, not fire.",
        "That is what the ten-minute cuddle is for. Ten minutes is long enough for the first wave to pass for many people. It is agreed that it leads nowhere, so there is nothing to guard against. Both of you want to do it, or you do something else that day. And either of you can stop at any time. Being free to stop is part of why it works.",
        "Stopping after three minutes is not a failure. You had three minutes of practice, and you learnt where the edge is. Write it down as tried. Next time you may stay four.",
      ],
    },
    {
      heading: "A true alarm",
      paragraphs: [
        "Sometimes there is a fire. If someone hurts you, pushes you, or makes you afraid to say no, your alarm is right. Please do not train it away. Stop the exercise and tell your therapist. “I don’t feel safe” is there in every exercise.",
      ],
    },
  ],
  question: "Where in your body do you feel the alarm first?",
};

export const beingKnown: Reading = {
  key: "being-known-a-little",
  title: "Being known, a little at a time",
  summary: "Why a small secret is worth sharing, and how to pick one.",
  weeks: [6],
  exercises: ["small-secret"],
  sections: [
    {
      heading: null,
      paragraphs: [
        "If nobody knows you, nobody can hurt you with what they know. It is a good rule in a dangerous place. But it has a price. If nobody knows you, nobody can love you either. They can only love the outside, and part of you will say: yes, but if they really knew.",
        "The way out is not to tell everything. It is to let one small thing be known, see what happens, and then decide about the next.",
      ],
    },
    {
      heading: "Small means small",
      paragraphs: [
        "A small secret is a thing you have not told that would not hurt much if it got a shrug. The song you loved when you were twelve. The teacher you were scared of. A worry that you will be late for the train every single time. A thing you made once and were proud of.",
        "It is not the worst thing that ever happened to you. That may be told one day, or never. It is yours. It belongs in a safe place with enough time, and your therapist’s room may be the better one. If you feel you must get it all out at once, wait. That is often the alarm in another coat.",
      ],
    },
    {
      heading: "Choose the moment",
      paragraphs: [
        "Pick a calm time: a walk, the washing-up, the car. It is easier to talk side by side than eye to eye. Do not pick the middle of a row or the last minute before sleep.",
        "You can plan the first few words. “Here’s something you don’t know about me.” You can also say what you would like back. “You don’t have to say anything wise. I only wanted to tell you.” That helps the other person. Most people want to get it right and do not know how.",
      ],
    },
    {
      heading: "Watch what happens",
      paragraphs: [
        "Before you tell it, guess what they will do. Will they laugh, look bored, use it later, turn away? Write your guess down. Then tell it, and note what they did. People are often surprised. The guess came from the old map.",
        "Sometimes the answer is a bit flat. They were tired, or did not see that it mattered. You can say so: “That was a big thing for me to tell.” A second try is allowed.",
        "Trust grows like this. One person shares a little, the other takes care of it, and then there is room for a little more. It goes both ways. You may hear a small secret back. If so, you need not solve it. Listening is plenty.",
        "If what you share is thrown back at you, used to mock you or to make you do things, do not share more. That is worth telling your therapist soon. A secret should only go where it is looked after.",
      ],
    },
  ],
  question: "What is one harmless thing that hardly anyone knows about you?",
};

export const highsAndLows: Reading = {
  key: "highs-and-lows",
  title: "When love is all highs and lows",
  summary: "The difference between a strong bond and a safe one, and where to turn.",
  weeks: [1],
  exercises: ["one-real-feeling", "ten-minute-cuddle", "small-secret"],
  sections: [
    {
      heading: null,
      paragraphs: [
        "Not every strong feeling is closeness. Some couples live on a wheel. There is a terrible time: shouting, threats, silence for days, perhaps a hand raised. Then comes a wonderful time: tears, gifts, promises, the best hug in the world. Then it starts again. From inside, the good part feels like the truest love there is. And it can be very hard to leave.",
      ],
    },
    {
      heading: "Why the wheel holds on",
      paragraphs: [
        "When good things come now and then, and you never know when, the mind holds on harder, not less. Think of a machine that pays out once in a while. If the same person scares you and then comforts you, the comfort feels huge, because you needed it so much. People call this a trauma bond. Some say soul tie. It is not stupid and it is not your fault. It can happen to anyone.",
        "It can even look like growth. You may feel closer than ever in the weeks after a bad time. That is why in Nearer a number that goes up is never taken as proof that you are safe.",
      ],
    },
    {
      heading: "What safe love feels like",
      paragraphs: [
        "Safe love is a bit more boring, in the best way. You can guess how tomorrow will be. You can say no, and the price is small. When there is a row, nobody is afraid. Afterwards someone says sorry and then does things differently. Your friends, your money and your phone stay yours. You do not have to watch their mood to know whether you may speak.",
        "Ask yourself a few quiet questions. Am I afraid of what they will do if I say no? Do I hide things to keep the peace? Have I been hurt, or made to do things with my body that I did not want? Do they check where I am? Am I more alone than I used to be? If you say yes to any of these, take it seriously.",
      ],
    },
    {
      heading: "This is not the moment to come closer",
      paragraphs: [
        "The steps in these ten weeks are made for people who are safe and scared of closeness. They are not made for people who are in danger. If you are in danger, more trust and more touch are not the cure. They can make things worse. What helps then is safety first.",
        "After that, a therapist who knows about trauma can help. The word to look for is trauma-informed. Two names that you may hear are EMDR and EFT. EMDR is for what a bad time has left in you, and it is well tested. EFT began as work with couples, and its tests were with couples who were safe with each other. There is a form for one person too; it is younger, and less is known about it. Your therapist can tell you alone what might fit, and who offers it.",
        "You do not have to decide anything today. You do not have to leave, or to know what to call it. What you have read here may fit, or only a small part of it. A small part is enough to talk about. People who have come out of such a wheel often say that the first step was a quiet one: they told somebody, and were believed.",
      ],
    },
  ],
  question: "Is there someone you could tell, if things at home felt wrong?",
};

export const pullingAway: Reading = {
  key: "pulling-away-out-loud",
  title: "Pulling away out loud",
  summary: "Distance is not the problem. Silence is. How to take twenty minutes and keep the bond.",
  weeks: [9],
  exercises: ["name-the-fear", "temperature-check"],
  sections: [
    {
      heading: null,
      paragraphs: [
        "Everybody needs space. You will go on needing it when these ten weeks are over, and that is fine. The goal was never to stop pulling away. It is to pull away in such a manner that the two of you stay in touch.",
        "Think of two people on a walk. One stops and turns off down a side path without a word. The other stands there. Where did they go? Was it me? Are they coming back? Now think of the same walk with one sentence: “I need a moment by that tree. I’ll be back in twenty minutes.” It is the same space. It is a very different walk.",
      ],
    },
    {
      heading: "Three parts of one sentence",
      paragraphs: [
        "First, name the fear. “I’m getting scared that I’ll let you down.” You need not know why. “Something in me wants to run” is fine.",
        "Second, ask for the time. Twenty minutes is long enough for a body to calm down and short enough to wait for. Say the number out loud.",
        "Third, and this is the part that changes things, say that you are not leaving. “I’m not going anywhere. I’ll come and find you.” For the other person those words are the rope between you.",
      ],
    },
    {
      heading: "The twenty minutes, and the way back",
      paragraphs: [
        "Use the time to let your body settle. Walk, breathe, wash your face, look out of a window. Try not to practise your speech or list their faults. If you do, you will come back hotter than you went.",
        "Then come back when you said you would. Say “I’m back.” You need not solve the thing you fled from. You can say that you need more time, and name a new number. What your partner learns is this: when you go, you return. What you learn is that you can have space and keep them.",
        "Practise once when you are calm. It will feel silly. That is a good sign: it means that the words will be there when you need them.",
      ],
    },
    {
      heading: "A daily number",
      paragraphs: [
        "The temperature check is the little sister of this. Once a day you tell your partner how close you feel, from 1 to 10. You say the number before the space has grown so wide that you need a map to cross it.",
        "A low number is not blame. It means that today feels far. You can answer a low number with “thanks for telling me”. No one has to fix it, and tomorrow brings another. Many couples find that a low number, said out loud, is already a step nearer than a polite silence.",
        "Time apart should be safe for both. If you are not allowed to leave the room, or if you fear what will happen when you come back, do not use this exercise. Tell your therapist instead.",
      ],
    },
  ],
  question: "What could you say so that the other person knows you are coming back?",
};

export const leaning: Reading = {
  key: "leaning-makes-you-stronger",
  title: "Leaning makes you stronger",
  summary: "The odd truth about needing people, and how safety can be earned at any age.",
  weeks: [10],
  exercises: ["ask-for-a-favour", "temperature-check", "name-the-fear"],
  sections: [
    {
      heading: null,
      paragraphs: [
        "Many of us were taught that there are two kinds of people: those who lean and those who stand. So if you want to be strong, you must not need anyone. It sounds right. It turns out to be mostly wrong.",
      ],
    },
    {
      heading: "The child in the park",
      paragraphs: [
        "Watch small children in a park. The ones who are sure that someone is there do not cling. They run off. They look at a beetle, fall over, come back for a hug, and run off again. The ones who are not sure stay close, or they go away and do not look back, and neither of them plays as freely.",
        "Grown-ups are not so different. People who know that someone has their back try harder things. They change jobs, speak up, travel, make art, say sorry first. When leaning is safe, we do not turn into people who can only lean. We become braver. It looks like a paradox, and it has a name: the dependency paradox. In one study of couples, people whose partner was glad to be leaned on did more by themselves half a year later. One study is no proof, and others point the same way. It is like a rope: you climb higher when you trust it.",
        "Leaning has to be safe, though. It works when the other person is steady and kind, and when it goes both ways. Leaning on somebody who lets go to teach you a lesson only makes the fall longer.",
      ],
    },
    {
      heading: "It can be earned",
      paragraphs: [
        "Not everyone starts out with a safe map. But people who had a hard start can come to feel safe with others later on. It happens in good friendships, in love, in therapy. It is called earned security. It does not mean that the past was fine. It means that enough new things have happened since.",
        "You have been making such things happen. Each true feeling, each favour, each quiet ten minutes, each “I’m back” was one. Some went well and some did not. It was never about a perfect score. Your map now has roads on it that were not there before.",
      ],
    },
    {
      heading: "After the ten weeks",
      paragraphs: [
        "The old alarm will still ring at times. It rings more when you are tired, ill, or under stress, and after big, good news as well. That does not mean it has all come undone. It means that you are a person. You know what to do: notice, name it, take a smaller step, come back.",
        "Pick one or two things to keep. Perhaps a number at bedtime. Perhaps one favour a week. Small things that stay beat big things that stop. Write down with your therapist how you will know that you are drifting, and what the first small step back would be. Nearer will ask you how things are after four weeks and after twelve.",
        "You may find that you want less space than you used to. Or you may want the same, and ask for it more kindly. Both are fine. What has changed is that you can choose.",
      ],
    },
  ],
  question: "Which one small thing would you like to keep?",
};
