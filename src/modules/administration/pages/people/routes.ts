import { leaveForm, leavePage, reinstateForm, reinstatePage } from './leaver-forms.tsx'
import { changePersonForm, changePersonPage, newPersonForm, newPersonPage } from './person-forms.tsx'
import {
  changePostingForm,
  changePostingPage,
  endPostingForm,
  endPostingPage,
  newPostingForm,
  newPostingPage,
} from './posting-forms.tsx'

export const peopleRoutes = [
  newPersonPage,
  newPersonForm,
  changePersonPage,
  changePersonForm,
  leavePage,
  leaveForm,
  reinstatePage,
  reinstateForm,
  newPostingPage,
  newPostingForm,
  changePostingPage,
  changePostingForm,
  endPostingPage,
  endPostingForm,
]
