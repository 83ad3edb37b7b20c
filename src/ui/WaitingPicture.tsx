import { Icon } from '#ui/icons.tsx'
import { pictures, type PictureName } from '#ui/pictures.ts'

/** On a waiting phone, large: « citron 4 ». The host looks for the same around the table. */
export function WaitingPicture({ picture, number }: { picture: PictureName; number: number }) {
  return (
    <p class="attente-image">
      <Icon name={pictures[picture].icon} />
      <span>
        {pictures[picture].word} {number}
      </span>
    </p>
  )
}
