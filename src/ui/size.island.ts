// « Taille » : 100, 140 or 180 %, kept on this device and nowhere else. Loaded early, so that the page does not jump.

type Size = '100' | '140' | '180'

const key = 'taille'
const next: Record<Size, Size> = { '100': '140', '140': '180', '180': '100' }
const words: Record<Size, string> = { '100': 'normale', '140': 'grande', '180': 'très grande' }

let size = kept()
wear(size)
if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', showButtons)
else showButtons()

function showButtons(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-size]')) {
    button.hidden = false
    button.addEventListener('click', () => choose(next[size]))
  }
  sayIt()
}

function choose(chosen: Size): void {
  size = chosen
  wear(size)
  sayIt()
  try {
    localStorage.setItem(key, size)
  } catch {
    // A browser that keeps nothing still shows the size until the next page.
  }
}

function wear(worn: Size): void {
  const { classList } = document.documentElement
  classList.remove('taille-140', 'taille-180')
  if (worn !== '100') classList.add(`taille-${worn}`)
}

function sayIt(): void {
  for (const button of document.querySelectorAll('button[data-size]'))
    button.setAttribute('aria-label', `Taille du texte\u00a0: ${words[size]}`)
}

function kept(): Size {
  try {
    const stored = localStorage.getItem(key)
    return stored === '140' || stored === '180' ? stored : '100'
  } catch {
    return '100'
  }
}

export {}
