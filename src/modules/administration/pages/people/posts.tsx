import { Link } from '#kernel/web/parts/definition.tsx'

interface PostsProps {
  readonly posts: readonly { readonly title: string; readonly unit: number; readonly unitName: string }[]
  readonly base: string
  readonly left: boolean
}

/** "Neighbourhood sergeant, Reading East": the posts of today, or that there is none. */
export function Posts({ posts, base, left }: PostsProps) {
  if (left) return <>has left</>
  if (posts.length === 0) return <>no post today: cannot sign in</>
  return (
    <>
      {posts.map((post, index) => (
        <>
          {index > 0 && <br />}
          {post.title}, <Link href={`${base}/units/${post.unit}`}>{post.unitName}</Link>
        </>
      ))}
    </>
  )
}
