import { Icon, Sprite, type IconName } from '#ui/icons.tsx'

type IdeaRowProps = {
  code: string
  phrase: string
  /** True for what is done by several: « Je peux lancer », « J’en serais ». */
  together: boolean
  offered: boolean
  wished: boolean
}

type Target = { side: 'offer' | 'wish'; word: string; icon: IconName; pressed: boolean }

/**
 * A phrase and two targets. Both are submit buttons, `tick=CODE:offer` and `tick=CODE:wish`: without a script
 * the page comes back at the same row; with one, nothing leaves the row. Needs `<IdeaSprite>` once above.
 */
export function IdeaRow({ code, phrase, together, offered, wished }: IdeaRowProps) {
  const targets: Target[] = [
    together
      ? { side: 'offer', word: 'Je\u00a0peux lancer', icon: 'flag', pressed: offered }
      : { side: 'offer', word: 'Je\u00a0propose', icon: 'gives', pressed: offered },
    together
      ? { side: 'wish', word: 'J’en\u00a0serais', icon: 'hand', pressed: wished }
      : { side: 'wish', word: 'J’aimerais', icon: 'receives', pressed: wished },
  ]
  return (
    <li class="idee" id={`idee-${code}`} data-idea={code}>
      <p>{phrase}</p>
      <div class="choix">
        {targets.map((target) => (
          <TargetButton code={code} phrase={phrase} target={target} />
        ))}
      </div>
    </li>
  )
}

function TargetButton({ code, phrase, target }: { code: string; phrase: string; target: Target }) {
  return (
    <button
      class="cible"
      name="tick"
      value={`${code}:${target.side}`}
      aria-pressed={target.pressed}
      aria-label={`${target.word.replace('\u00a0', ' ')} : ${phrase}`}
    >
      <Icon use name={target.icon} class="pas-vu" />
      <Icon use name="check" class="vu" />
      <span>{target.word}</span>
    </button>
  )
}

/** The five drawings that every row shares. */
export function IdeaSprite() {
  return <Sprite names={['gives', 'receives', 'flag', 'hand', 'check']} />
}
