/**
 * A short inspection report in the layout of the real ones and in words of our own: what the demonstration's inspection lead
 * imports. The force is the demonstration's; nothing of it was ever published.
 */
export const DEMONSTRATION_REPORT = `Thames Valley PEEL 2016
Effectiveness
How effective is the force at keeping people safe and reducing crime?
Last updated 02/03/2017
How effective is the force at preventing crime, tackling anti-social behaviour and keeping people safe?
Good. Neighbourhood teams know their communities, and people have a say in what is worked on. Partners share what they know. What teams have learnt about a place often leaves with the officer who learnt it, and it needs to be kept where others find it.
Problems are worked on with skill in some areas and by habit in others.
Areas for improvement
- The force should work on problems by one method in every area, from the first look to the check whether it held.
How effective is the force at investigating crime and reducing re-offending?
Requires improvement. Most reports are recorded and passed to somebody with the skills for them. The team that investigates by telephone had more work than it could do when we looked, and people waited too long.
Those who offend most are managed well with partners. Abusers who go from one victim to the next are not among them often enough.
Areas for improvement
- The force should see to it that the telephone investigation team has the people for the work that it is given.
- The force should find out how much examining of phones and computers it needs, so that investigations do not wait for it.
- The force should keep every victim informed as the code of practice asks.
- The force should manage serial abusers and persistent anti-social behaviour as it manages other repeat offenders, and say how it will know whether that works.
How effective is the force at protecting those who are vulnerable from harm, and supporting victims?
Good. Staff recognise who may be at risk, and hubs with nine authorities share what each knows. Some who investigate domestic abuse still have more cases than they think safe; the force should go on watching how much each of them carries.
How effective is the force at tackling serious and organised crime?
Good. Groups are scored and looked at again in time, and partners take part in disrupting them. Officers on the beat could tell us little about the groups in their own area.
Areas for improvement
- The force should write its local profiles of organised crime together with partners, and keep them in date.
- The force should meet senior people of partner agencies often enough to share intelligence and to act together.
- The force should tell neighbourhood teams what they need to know of organised crime where they work, and see that it is read.
How effective are the force’s specialist capabilities?
The force tests its plans for national threats with partners and under a chief officer. It has looked again at how it would respond to armed attackers, and trains with a neighbouring force.
`
