// « Lire à voix haute », where this device has a French voice of its own; nothing is sent anywhere.

const button = document.querySelector<HTMLButtonElement>('#lire')
const sentence = document.querySelector('[data-voice]')

if (button && sentence && 'speechSynthesis' in globalThis) {
  offer(button)
  speechSynthesis.addEventListener('voiceschanged', () => offer(button))
  button.addEventListener('click', () => speak(sentence.textContent ?? ''))
}

function offer(shown: HTMLButtonElement): void {
  shown.hidden = frenchVoice() === undefined
}

function speak(text: string): void {
  if (speechSynthesis.speaking) return speechSynthesis.cancel()
  const voice = frenchVoice()
  const words = new SpeechSynthesisUtterance(text)
  words.lang = 'fr-FR'
  if (voice !== undefined) words.voice = voice
  speechSynthesis.speak(words)
}

// A voice that lives elsewhere would send the sentence to its maker.
function frenchVoice(): SpeechSynthesisVoice | undefined {
  return speechSynthesis.getVoices().find((voice) => voice.lang.startsWith('fr') && voice.localService)
}

export {}
