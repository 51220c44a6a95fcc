import type { Assets } from '../assets.ts'
import type { StaffFrame, Theme } from '../layouts/frame.ts'

/** The frame of the sample pages: a reader who has every section. */
export function galleryFrame(assets: Assets, theme: Theme, shortcuts: boolean): StaffFrame {
  return {
    assets,
    force: 'Thames Valley',
    reader: { name: 'PS Ellis', post: 'Reading neighbourhoods' },
    csrf: 'sample-token',
    sections: [
      { id: 'work', text: 'My work', href: '/', icon: 'house' },
      { id: 'prevent', text: 'Prevent', href: '/', icon: 'map-pin' },
      { id: 'investigate', text: 'Investigate', href: '/', icon: 'file-search' },
      { id: 'protect', text: 'Protect', href: '/', icon: 'shield' },
      { id: 'organised-crime', text: 'Organised crime', href: '/', icon: 'network' },
      { id: 'readiness', text: 'Readiness', href: '/', icon: 'siren' },
      { id: 'effectiveness', text: 'Effectiveness', href: '/table', icon: 'scale' },
    ],
    lowerSections: [
      { id: 'administration', text: 'Administration', href: '/form', icon: 'settings' },
      { id: 'assurance', text: 'Assurance', href: '/components', icon: 'shield-check' },
    ],
    unseen: 2,
    search: true,
    demonstration: true,
    theme,
    shortcuts,
    printed: { at: '2026-11-23T07:02:00Z', reason: 'force performance meeting' },
  }
}
