/** What a part is in the model; the sentence about a member that is left out depends on it. */
export type Kind =
  | 'credential'
  | 'opportunity'
  | 'achievement'
  | 'specification'
  | 'awarding'
  | 'organisation'
  | 'place'
  | 'activity'
  | 'activitySpecification'
  | 'assessment'
  | 'assessmentSpecification'
  | 'gradingScheme'
  | 'outcome'
  | 'accreditation'
  | 'grant';
