BEGIN TRANSACTION;
CREATE TABLE plein_aside (
	id INTEGER NOT NULL, 
	cycle_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	author_id INTEGER NOT NULL, 
	base INTEGER NOT NULL, 
	newest INTEGER NOT NULL, 
	text TEXT NOT NULL, 
	digest VARCHAR NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_plein_aside PRIMARY KEY (id), 
	CONSTRAINT fk_plein_aside_author_id FOREIGN KEY(author_id) REFERENCES plein_person (id), 
	CONSTRAINT fk_plein_aside_cycle_id FOREIGN KEY(cycle_id) REFERENCES plein_cycle (id), 
	CONSTRAINT uq_plein_aside_cycle_id_number UNIQUE (cycle_id, number)
);
CREATE TABLE plein_contribution (
	id INTEGER NOT NULL, 
	cycle_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	author_id INTEGER NOT NULL, 
	kind VARCHAR NOT NULL, 
	topic VARCHAR, 
	text TEXT NOT NULL, 
	closed BOOLEAN NOT NULL, 
	salt VARCHAR NOT NULL, 
	reply_to INTEGER, 
	source VARCHAR, 
	link VARCHAR, 
	said VARCHAR, 
	source_digest VARCHAR, 
	hidden_because TEXT, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_plein_contribution PRIMARY KEY (id), 
	CONSTRAINT fk_plein_contribution_author_id FOREIGN KEY(author_id) REFERENCES plein_person (id), 
	CONSTRAINT fk_plein_contribution_cycle_id FOREIGN KEY(cycle_id) REFERENCES plein_cycle (id), 
	CONSTRAINT uq_plein_contribution_cycle_id_number UNIQUE (cycle_id, number), 
	CONSTRAINT uq_plein_contribution_cycle_id_source_digest UNIQUE (cycle_id, source_digest)
);
INSERT INTO "plein_contribution" VALUES(1,1,1,2,'experience',NULL,'My son has been waiting for nine years.',0,'06678581fe41aff567a26016ae4573a8',NULL,NULL,NULL,NULL,NULL,NULL,'2026-11-23 12:00:00.000000');
CREATE TABLE plein_cycle (
	id INTEGER NOT NULL, 
	slug VARCHAR NOT NULL, 
	title TEXT NOT NULL, 
	question TEXT NOT NULL, 
	definition JSON NOT NULL, 
	timezone VARCHAR NOT NULL, 
	language VARCHAR NOT NULL, 
	phase VARCHAR NOT NULL, 
	round INTEGER NOT NULL, 
	closes DATETIME, 
	revision INTEGER NOT NULL, 
	head VARCHAR NOT NULL, 
	since DATETIME NOT NULL, 
	CONSTRAINT pk_plein_cycle PRIMARY KEY (id), 
	CONSTRAINT uq_plein_cycle_slug UNIQUE (slug)
);
INSERT INTO "plein_cycle" VALUES(1,'housing','Housing','What should change about housing?','{"name": "plein66", "title": "Plein66", "start": "preparation", "phases": [{"name": "preparation", "space": "open", "acts": {"read": {"by": ["public"], "guards": []}}}, {"name": "inventory", "space": "open", "acts": {"read": {"by": ["public"], "guards": []}, "contribute": {"by": ["public"], "guards": ["deadline_open"]}, "support": {"by": ["public"], "guards": ["deadline_open"]}, "nudge": {"by": ["public"], "guards": ["deadline_open"]}, "hide": {"by": ["host"], "guards": []}, "import-contributions": {"by": ["host"], "guards": []}, "see-candidates": {"by": ["host"], "guards": []}, "extend": {"by": ["host"], "guards": []}}}, {"name": "invitation", "space": "open", "acts": {"read": {"by": ["public"], "guards": []}, "hide": {"by": ["host"], "guards": []}, "see-candidates": {"by": ["host"], "guards": []}, "invite": {"by": ["host"], "guards": ["inventory_held"]}, "answer-invitation": {"by": ["public"], "guards": []}, "remove-member": {"by": ["host"], "guards": ["inventory_held"]}, "extend": {"by": ["host"], "guards": []}}}, {"name": "drafting", "space": "closed", "acts": {"read": {"by": ["public"], "guards": []}, "hide": {"by": ["host"], "guards": []}, "see-candidates": {"by": ["host"], "guards": []}, "invite": {"by": ["host"], "guards": ["inventory_held"]}, "answer-invitation": {"by": ["public"], "guards": []}, "remove-member": {"by": ["host"], "guards": ["inventory_held"]}, "read-drafts": {"by": ["host", "drafter", "adviser"], "guards": []}, "save-draft": {"by": ["host", "drafter"], "guards": []}, "comment": {"by": ["host", "drafter", "adviser"], "guards": []}, "withdraw": {"by": ["public"], "guards": []}, "decide": {"by": ["host", "drafter"], "guards": ["was_reviewed"]}, "merge": {"by": ["host", "drafter"], "guards": []}, "publish-decisions": {"by": ["host", "drafter"], "guards": []}, "extend": {"by": ["host"], "guards": []}}}, {"name": "review", "space": "open", "acts": {"read": {"by": ["public"], "guards": []}, "hide": {"by": ["host"], "guards": []}, "see-candidates": {"by": ["host"], "guards": []}, "invite": {"by": ["host"], "guards": ["inventory_held"]}, "answer-invitation": {"by": ["public"], "guards": []}, "remove-member": {"by": ["host"], "guards": ["inventory_held"]}, "read-drafts": {"by": ["host", "drafter", "adviser"], "guards": []}, "comment": {"by": ["host", "drafter", "adviser"], "guards": []}, "suggest": {"by": ["public"], "guards": ["deadline_open"]}, "import-suggestions": {"by": ["host"], "guards": ["deadline_open"]}, "withdraw": {"by": ["public"], "guards": []}, "decide": {"by": ["host", "drafter"], "guards": ["was_reviewed"]}, "merge": {"by": ["host", "drafter"], "guards": []}, "publish-decisions": {"by": ["host", "drafter"], "guards": []}, "extend": {"by": ["host"], "guards": []}}}, {"name": "final", "space": "open", "acts": {"read": {"by": ["public"], "guards": []}, "read-drafts": {"by": ["host", "drafter", "adviser"], "guards": []}}}, {"name": "stopped", "space": "open", "acts": {"read": {"by": ["public"], "guards": []}, "read-drafts": {"by": ["host", "drafter", "adviser"], "guards": []}}}], "moves": [{"from": "preparation", "to": "inventory", "by": ["host"], "guards": []}, {"from": "inventory", "to": "invitation", "by": ["host"], "guards": ["has_contributions"]}, {"from": "invitation", "to": "drafting", "by": ["host"], "guards": ["inventory_held", "has_drafter"]}, {"from": "invitation", "to": "inventory", "by": ["host"], "guards": []}, {"from": "drafting", "to": "review", "by": ["host"], "guards": ["has_draft"]}, {"from": "drafting", "to": "final", "by": ["host"], "guards": ["was_reviewed", "all_decided", "decisions_reasoned", "decisions_published", "adopted_merged"]}, {"from": "review", "to": "drafting", "by": ["host"], "guards": []}, {"from": "review", "to": "final", "by": ["host"], "guards": ["was_reviewed", "all_decided", "decisions_reasoned", "decisions_published", "adopted_merged"]}, {"from": "preparation", "to": "stopped", "by": ["host"], "guards": ["has_reason"]}, {"from": "inventory", "to": "stopped", "by": ["host"], "guards": ["has_reason"]}, {"from": "invitation", "to": "stopped", "by": ["host"], "guards": ["has_reason"]}, {"from": "drafting", "to": "stopped", "by": ["host"], "guards": ["has_reason"]}, {"from": "review", "to": "stopped", "by": ["host"], "guards": ["has_reason"]}]}','Europe/Amsterdam','en','drafting',1,NULL,19,'b112697205bfafd9fda9f7ab520cbd86715a541131358b1cb199d6e804dbb171','2026-11-23 12:00:00.000000');
CREATE TABLE plein_decision (
	id INTEGER NOT NULL, 
	cycle_id INTEGER NOT NULL, 
	suggestion INTEGER NOT NULL, 
	outcome VARCHAR NOT NULL, 
	because TEXT, 
	text TEXT, 
	covered_by INTEGER, 
	together BIGINT, 
	salt VARCHAR NOT NULL, 
	by_id INTEGER NOT NULL, 
	published DATETIME, 
	merged_in INTEGER, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_plein_decision PRIMARY KEY (id), 
	CONSTRAINT fk_plein_decision_by_id FOREIGN KEY(by_id) REFERENCES plein_person (id), 
	CONSTRAINT fk_plein_decision_cycle_id FOREIGN KEY(cycle_id) REFERENCES plein_cycle (id), 
	CONSTRAINT uq_plein_decision_cycle_id_suggestion UNIQUE (cycle_id, suggestion)
);
INSERT INTO "plein_decision" VALUES(1,1,1,'adopted',NULL,NULL,NULL,NULL,'93e167946cc61e8a3171b71b5eaec8f5',3,'2026-11-23 12:00:00.000000',2,'2026-11-23 12:00:00.000000');
INSERT INTO "plein_decision" VALUES(2,1,2,'rejected','Outside our powers.',NULL,NULL,NULL,'1649fba20367f64e36bc0509143fe459',3,'2026-11-23 12:00:00.000000',NULL,'2026-11-23 12:00:00.000000');
CREATE TABLE plein_entry (
	id INTEGER NOT NULL, 
	cycle_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	body TEXT NOT NULL, 
	nonce VARCHAR NOT NULL, 
	previous VARCHAR NOT NULL, 
	digest VARCHAR NOT NULL, 
	CONSTRAINT pk_plein_entry PRIMARY KEY (id), 
	CONSTRAINT fk_plein_entry_cycle_id FOREIGN KEY(cycle_id) REFERENCES plein_cycle (id), 
	CONSTRAINT fk_plein_entry_person_id FOREIGN KEY(person_id) REFERENCES plein_person (id), 
	CONSTRAINT uq_plein_entry_cycle_id_number UNIQUE (cycle_id, number)
);
INSERT INTO "plein_entry" VALUES(1,1,1,1,'{"act":"new-cycle","at":"2026-11-23T12:00:00+00:00","by":"5f73ebaf2b4749db9de78c6263e38efb","closed":false,"cycle":"housing","definition":"plein66","definition_seal":"7b4629e0d208a7978de4c14d67bec97e02654d59d27cfb94e34531788d8ef10e","language":"en","number":1,"phase":"preparation","question":"What should change about housing?","seal":"3851312a320270515c2f30b6b7b9aba123637cec8427ebde68a0c013ca61b891","timezone":"Europe/Amsterdam","title":"Housing"}','97575576c9a4793982fd37a480faf59f','882433a0b4bf7b3d0fb60db466d9f1c439a44a012cc81726c93201147c991cc0','6ed391fed2b17ff85e5e2404bf6c6cf309dcb586c4a86b24c1efccc5ff733691');
INSERT INTO "plein_entry" VALUES(2,1,2,1,'{"act":"move","ask":null,"at":"2026-11-23T12:00:00+00:00","because":null,"by":"5f73ebaf2b4749db9de78c6263e38efb","closed":false,"closes":null,"cycle":"housing","number":2,"phase":"inventory","round":0,"version":null}','80a5dd3198fcb0e3deffdd9b741c3455','6ed391fed2b17ff85e5e2404bf6c6cf309dcb586c4a86b24c1efccc5ff733691','54d2ed43b2a305fe05ed11387681df5533266279a625b18fa84416ff9336d1ee');
INSERT INTO "plein_entry" VALUES(3,1,3,2,'{"act":"contribute","at":"2026-11-23T12:00:00+00:00","by":"c38dc2f6a4624ea0819cf8cfd888c9e0","closed":false,"contribution":1,"cycle":"housing","kind":"experience","number":3,"reply_to":null,"seal":"7bfc9d56ba47bd83e8efbea682c4b6c662d82c869754b0ea48ea1bde9ce85518","topic":null}','0ba0406cec59da419a3a05f27a72659a','54d2ed43b2a305fe05ed11387681df5533266279a625b18fa84416ff9336d1ee','0a42dde383a9752c1b52fbbb5f384d5898220e4181cf0b3c1fafcc06076279f4');
INSERT INTO "plein_entry" VALUES(4,1,4,1,'{"act":"move","ask":null,"at":"2026-11-23T12:00:00+00:00","because":null,"by":"5f73ebaf2b4749db9de78c6263e38efb","closed":false,"closes":null,"cycle":"housing","number":4,"phase":"invitation","round":0,"version":null}','2f60d6c8376d42ce707c29469ff42da1','0a42dde383a9752c1b52fbbb5f384d5898220e4181cf0b3c1fafcc06076279f4','40249ec76a49c5b356bce9678322213f0bbaae4ba0d72f857cc249b49618a86f');
INSERT INTO "plein_entry" VALUES(5,1,5,1,'{"act":"invite","at":"2026-11-23T12:00:00+00:00","by":"5f73ebaf2b4749db9de78c6263e38efb","closed":false,"contribution":1,"cycle":"housing","member":2,"number":5,"person":"22f73877c33343f1a5d3a233fe0ddae3","role":"drafter","seal":"8ffc7915606bdc83f66f7265ec3920f01db346ac8b6eb15c0b2a560feb402f27","topic":null,"until":null}','5e13f5feec981da463147caa70e43a76','40249ec76a49c5b356bce9678322213f0bbaae4ba0d72f857cc249b49618a86f','8071f36333879f33cd54627974915764597ce67a9397b318149b1fec66ebc111');
INSERT INTO "plein_entry" VALUES(6,1,6,3,'{"act":"accepted","at":"2026-11-23T12:00:00+00:00","by":"22f73877c33343f1a5d3a233fe0ddae3","closed":false,"cycle":"housing","member":2,"number":6,"person":"22f73877c33343f1a5d3a233fe0ddae3","role":"drafter"}','50b43ffd33e0e6ccc37a63b0f7ff9cea','8071f36333879f33cd54627974915764597ce67a9397b318149b1fec66ebc111','086f0ed664f40aecf59dec6f89a71e92ff4f945c855931816e78b62b399047bd');
INSERT INTO "plein_entry" VALUES(7,1,7,1,'{"act":"move","ask":null,"at":"2026-11-23T12:00:00+00:00","because":null,"by":"5f73ebaf2b4749db9de78c6263e38efb","closed":false,"closes":null,"cycle":"housing","number":7,"phase":"drafting","round":0,"version":null}','4b4e524b67575f7deb1f4963286c4e86','086f0ed664f40aecf59dec6f89a71e92ff4f945c855931816e78b62b399047bd','957e009a4f2d5e5601a4d19f6b6b444a4075ea4d6b88d7901b36b5a6d2fa6db1');
INSERT INTO "plein_entry" VALUES(8,1,8,3,'{"act":"save-draft","at":"2026-11-23T12:00:00+00:00","base":null,"by":"22f73877c33343f1a5d3a233fe0ddae3","closed":true,"cycle":"housing","digest":"15b62852dd873bd6bd28bdc8ebfbf5ab3b33310ca57e749330e28a4c50acb36c","note_seal":"8c45fc57815da063a548585909c666a2f9460a35ce98f143c5f5b3c591296267","number":8,"version":1}','ef4304fcf9cbfce23b54114e49e1525e','957e009a4f2d5e5601a4d19f6b6b444a4075ea4d6b88d7901b36b5a6d2fa6db1','d51f3864beae56e2fcaba1295a687b363039828ab346836b816a4749b98a01cf');
INSERT INTO "plein_entry" VALUES(9,1,9,1,'{"act":"move","ask":"Is this what you meant?","at":"2026-11-23T12:00:00+00:00","because":null,"by":"5f73ebaf2b4749db9de78c6263e38efb","closed":false,"closes":"2026-12-18T22:59:59+00:00","cycle":"housing","digest":"15b62852dd873bd6bd28bdc8ebfbf5ab3b33310ca57e749330e28a4c50acb36c","number":9,"phase":"review","round":1,"version":1}','4aa1c3c1620f132e7c3df40f359ba470','d51f3864beae56e2fcaba1295a687b363039828ab346836b816a4749b98a01cf','249c5c5decec8d2a62a66cc69e6c7b3eb76ebccac5f14095d4f01e7a6ebcd05f');
INSERT INTO "plein_entry" VALUES(10,1,10,2,'{"act":"suggest","at":"2026-11-23T12:00:00+00:00","by":"c38dc2f6a4624ea0819cf8cfd888c9e0","closed":false,"cycle":"housing","number":10,"submissions":[{"author":"c38dc2f6a4624ea0819cf8cfd888c9e0","seals":[[1,"b5aa5f019b80fb751661fbda54d04727ac0cbdea82fe72d8d0875eaef76c49e9"]],"submission":1,"sweeping":false,"version":1}]}','7e6b7c4eb5f65ead4ffd800f9b2cc3bb','249c5c5decec8d2a62a66cc69e6c7b3eb76ebccac5f14095d4f01e7a6ebcd05f','cde6992d365cd0c816df34e345cb9ae30bd10067459a6578905b715e17827a34');
INSERT INTO "plein_entry" VALUES(11,1,11,4,'{"act":"suggest","at":"2026-11-23T12:00:00+00:00","by":"e8571ebb1a9441969cbdc44b649bab1a","closed":false,"cycle":"housing","number":11,"submissions":[{"author":"e8571ebb1a9441969cbdc44b649bab1a","seals":[[2,"9f3076dccd9a8e683fa9f9b1c9700991fca80d06c86665df97626d5433dbd120"]],"submission":2,"sweeping":false,"version":1}]}','6cb7f15a8fd1723c8216e46fbb713fad','cde6992d365cd0c816df34e345cb9ae30bd10067459a6578905b715e17827a34','7c01dedf5202926ff204159bc79614b1810d7f18eab55513f3947bbe27b0f974');
INSERT INTO "plein_entry" VALUES(12,1,12,5,'{"act":"suggest","at":"2026-11-23T12:00:00+00:00","by":"59ec0837513a40c3b8bb5076e00fb7dd","closed":false,"cycle":"housing","number":12,"submissions":[{"author":"59ec0837513a40c3b8bb5076e00fb7dd","seals":[[3,"e5a1e4b50bfa5bf9f309ab2e350c8f64e039943d677c50151e32ed8f743e7e1a"]],"submission":3,"sweeping":false,"version":1}]}','480d3ed1da70336d6ecddc5a550b2878','7c01dedf5202926ff204159bc79614b1810d7f18eab55513f3947bbe27b0f974','645ed48e92df2cc37600b489eed371005637b49b35d054c998f00a74a015cf1d');
INSERT INTO "plein_entry" VALUES(13,1,13,2,'{"act":"suggest","at":"2026-11-23T12:00:00+00:00","by":"c38dc2f6a4624ea0819cf8cfd888c9e0","closed":false,"cycle":"housing","number":13,"submissions":[{"author":"c38dc2f6a4624ea0819cf8cfd888c9e0","seals":[[4,"0e7dde92bab6777d1e23eb5a1eb7f64568b75cde1f30887765c1cc6cdddf2c44"]],"submission":4,"sweeping":false,"version":1}]}','384f81a10f1ce2338526a55dd0b58a4b','645ed48e92df2cc37600b489eed371005637b49b35d054c998f00a74a015cf1d','ff83b84efa2455ebe2bbd7df82e7ea10e51c52abb8a30e9124e674c26c42d3ce');
INSERT INTO "plein_entry" VALUES(14,1,14,1,'{"act":"move","ask":null,"at":"2026-11-23T12:00:00+00:00","because":"Everybody was heard.","by":"5f73ebaf2b4749db9de78c6263e38efb","closed":false,"closes":null,"cycle":"housing","number":14,"phase":"drafting","round":1,"version":null}','03ca08a0dbe3f2edbfe44ed62d6a0aab','ff83b84efa2455ebe2bbd7df82e7ea10e51c52abb8a30e9124e674c26c42d3ce','4c48f7b67943b18b8a2c3d7b3f9d31bd65c7647738755ff98b1868873d10496e');
INSERT INTO "plein_entry" VALUES(15,1,15,2,'{"act":"withdraw","at":"2026-11-23T12:00:00+00:00","by":"c38dc2f6a4624ea0819cf8cfd888c9e0","closed":false,"cycle":"housing","number":15,"suggestion":4}','acaf5d0b182ea453915c54f11e91dc96','4c48f7b67943b18b8a2c3d7b3f9d31bd65c7647738755ff98b1868873d10496e','95e03cefcfea5b67dd5f390118329111bbf2106ecacd7649ad4fbc083b6dfdd6');
INSERT INTO "plein_entry" VALUES(16,1,16,3,'{"act":"decide","at":"2026-11-23T12:00:00+00:00","by":"22f73877c33343f1a5d3a233fe0ddae3","closed":true,"covered_by":null,"cycle":"housing","number":16,"outcome":"adopted","seals":[[1,"7e7bfc10eca913d84b4c8b45986500244de2a527fca6876b187b35370ba27d11"]],"together":false}','d3b70c31720b482fdc21a9a2902e4e6d','95e03cefcfea5b67dd5f390118329111bbf2106ecacd7649ad4fbc083b6dfdd6','3d1706005249fd8387e587c7e529c3df97b45e8be0e87945759bb406eb192cce');
INSERT INTO "plein_entry" VALUES(17,1,17,3,'{"act":"decide","at":"2026-11-23T12:00:00+00:00","by":"22f73877c33343f1a5d3a233fe0ddae3","closed":true,"covered_by":null,"cycle":"housing","number":17,"outcome":"rejected","seals":[[2,"6ccd62bb6a141f352e1d56f4ac4ae337332b3bd2414900fb0d1d30cb28a2e2b3"]],"together":false}','230a105ae7b68052b41320568f11c0f1','3d1706005249fd8387e587c7e529c3df97b45e8be0e87945759bb406eb192cce','64860c03cfeb6597317fdb3023c09cec69bd9fc418add47ce53cae1dc1984700');
INSERT INTO "plein_entry" VALUES(18,1,18,3,'{"act":"merge","applied":[1],"at":"2026-11-23T12:00:00+00:00","base":1,"by":"22f73877c33343f1a5d3a233fe0ddae3","closed":true,"cycle":"housing","digest":"d56095a6046cd021ba6f29595988478d389178347773dca866c7cb57e2187d59","held":[],"note_seal":"b6a7abf822a5f6e50cbb2a2dc17a076e726f65ed98cf7b25d91c5bf16df333e1","number":18,"version":2}','56b6fdccc27865d353136ccc42fc39c3','64860c03cfeb6597317fdb3023c09cec69bd9fc418add47ce53cae1dc1984700','06321d960a8dd796cc755449e51a02fb5c0542acf0a098507b7d3ca98911a50a');
INSERT INTO "plein_entry" VALUES(19,1,19,3,'{"act":"publish-decisions","at":"2026-11-23T12:00:00+00:00","by":"22f73877c33343f1a5d3a233fe0ddae3","closed":false,"cycle":"housing","number":19,"seals":[[1,"7e7bfc10eca913d84b4c8b45986500244de2a527fca6876b187b35370ba27d11"],[2,"6ccd62bb6a141f352e1d56f4ac4ae337332b3bd2414900fb0d1d30cb28a2e2b3"]]}','15cd9c695f1235d8b66a5ec439b68110','06321d960a8dd796cc755449e51a02fb5c0542acf0a098507b7d3ca98911a50a','b112697205bfafd9fda9f7ab520cbd86715a541131358b1cb199d6e804dbb171');
CREATE TABLE plein_member (
	id INTEGER NOT NULL, 
	cycle_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	role VARCHAR NOT NULL, 
	status VARCHAR NOT NULL, 
	because TEXT NOT NULL, 
	salt VARCHAR NOT NULL, 
	contribution INTEGER, 
	topic VARCHAR, 
	until DATETIME, 
	token_digest VARCHAR, 
	removed_because TEXT, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_plein_member PRIMARY KEY (id), 
	CONSTRAINT fk_plein_member_cycle_id FOREIGN KEY(cycle_id) REFERENCES plein_cycle (id), 
	CONSTRAINT fk_plein_member_person_id FOREIGN KEY(person_id) REFERENCES plein_person (id), 
	CONSTRAINT uq_plein_member_cycle_id_number UNIQUE (cycle_id, number), 
	CONSTRAINT uq_plein_member_token_digest UNIQUE (token_digest)
);
INSERT INTO "plein_member" VALUES(1,1,1,1,'host','accepted','began the cycle','f3be440f88d42b3855ab457c852daf50',NULL,NULL,NULL,NULL,NULL,'2026-11-23 12:00:00.000000');
INSERT INTO "plein_member" VALUES(2,1,2,3,'drafter','accepted','Knows the waiting list.','9e8ae2158efb6602e652bec230fbc250',1,NULL,NULL,'636c8271ea5b007b1bb22af16b32e52a622e0132eb3e65ea0d4a01f24a8fa6e4',NULL,'2026-11-23 12:00:00.000000');
CREATE TABLE plein_nudge (
	id INTEGER NOT NULL, 
	contribution_id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	because TEXT NOT NULL, 
	salt VARCHAR NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_plein_nudge PRIMARY KEY (id), 
	CONSTRAINT fk_plein_nudge_contribution_id FOREIGN KEY(contribution_id) REFERENCES plein_contribution (id), 
	CONSTRAINT fk_plein_nudge_person_id FOREIGN KEY(person_id) REFERENCES plein_person (id), 
	CONSTRAINT uq_plein_nudge_contribution_id_person_id UNIQUE (contribution_id, person_id)
);
CREATE TABLE plein_person (
	id INTEGER NOT NULL, 
	handle VARCHAR NOT NULL, 
	"key" VARCHAR NOT NULL, 
	since DATETIME NOT NULL, 
	CONSTRAINT pk_plein_person PRIMARY KEY (id), 
	CONSTRAINT uq_plein_person_handle UNIQUE (handle), 
	CONSTRAINT uq_plein_person_key UNIQUE ("key")
);
INSERT INTO "plein_person" VALUES(1,'anna','5f73ebaf2b4749db9de78c6263e38efb','2026-11-23 12:00:00.000000');
INSERT INTO "plein_person" VALUES(2,'piet','c38dc2f6a4624ea0819cf8cfd888c9e0','2026-11-23 12:00:00.000000');
INSERT INTO "plein_person" VALUES(3,'bea','22f73877c33343f1a5d3a233fe0ddae3','2026-11-23 12:00:00.000000');
INSERT INTO "plein_person" VALUES(4,'kim','e8571ebb1a9441969cbdc44b649bab1a','2026-11-23 12:00:00.000000');
INSERT INTO "plein_person" VALUES(5,'jan','59ec0837513a40c3b8bb5076e00fb7dd','2026-11-23 12:00:00.000000');
CREATE TABLE plein_schema_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT plein_schema_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "plein_schema_version" VALUES('0001');
CREATE TABLE plein_step (
	id INTEGER NOT NULL, 
	cycle_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	phase VARCHAR NOT NULL, 
	round INTEGER NOT NULL, 
	version INTEGER, 
	opened DATETIME NOT NULL, 
	closes DATETIME, 
	closed DATETIME, 
	ask TEXT, 
	because TEXT, 
	CONSTRAINT pk_plein_step PRIMARY KEY (id), 
	CONSTRAINT fk_plein_step_cycle_id FOREIGN KEY(cycle_id) REFERENCES plein_cycle (id), 
	CONSTRAINT uq_plein_step_cycle_id_number UNIQUE (cycle_id, number)
);
INSERT INTO "plein_step" VALUES(1,1,1,'preparation',0,NULL,'2026-11-23 12:00:00.000000',NULL,'2026-11-23 12:00:00.000000',NULL,NULL);
INSERT INTO "plein_step" VALUES(2,1,2,'inventory',0,NULL,'2026-11-23 12:00:00.000000',NULL,'2026-11-23 12:00:00.000000',NULL,NULL);
INSERT INTO "plein_step" VALUES(3,1,3,'invitation',0,NULL,'2026-11-23 12:00:00.000000',NULL,'2026-11-23 12:00:00.000000',NULL,NULL);
INSERT INTO "plein_step" VALUES(4,1,4,'drafting',0,NULL,'2026-11-23 12:00:00.000000',NULL,'2026-11-23 12:00:00.000000',NULL,NULL);
INSERT INTO "plein_step" VALUES(5,1,5,'review',1,1,'2026-11-23 12:00:00.000000','2026-12-18 22:59:59.000000','2026-11-23 12:00:00.000000','Is this what you meant?',NULL);
INSERT INTO "plein_step" VALUES(6,1,6,'drafting',1,NULL,'2026-11-23 12:00:00.000000',NULL,NULL,NULL,'Everybody was heard.');
CREATE TABLE plein_submission (
	id INTEGER NOT NULL, 
	cycle_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	author_id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	digest VARCHAR, 
	sweeping BOOLEAN NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_plein_submission PRIMARY KEY (id), 
	CONSTRAINT fk_plein_submission_author_id FOREIGN KEY(author_id) REFERENCES plein_person (id), 
	CONSTRAINT fk_plein_submission_cycle_id FOREIGN KEY(cycle_id) REFERENCES plein_cycle (id), 
	CONSTRAINT uq_plein_submission_cycle_id_digest UNIQUE (cycle_id, digest), 
	CONSTRAINT uq_plein_submission_cycle_id_number UNIQUE (cycle_id, number)
);
INSERT INTO "plein_submission" VALUES(1,1,1,2,1,'5b70cc0aea6ff0f2218d48bb06cd51061ddfdaf0c8c3c92a749cbed9c65b1722',0,'2026-11-23 12:00:00.000000');
INSERT INTO "plein_submission" VALUES(2,1,2,4,1,'1b693f740f21332ff8cd67a51fff84c8877b12af8c97e3e894c91e468f4e74e2',0,'2026-11-23 12:00:00.000000');
INSERT INTO "plein_submission" VALUES(3,1,3,5,1,'98e408af59f4b56ec1485ca7d8678c7877a74c2db7faeb0f94576c48a26d3846',0,'2026-11-23 12:00:00.000000');
INSERT INTO "plein_submission" VALUES(4,1,4,2,1,NULL,0,'2026-11-23 12:00:00.000000');
CREATE TABLE plein_suggestion (
	id INTEGER NOT NULL, 
	cycle_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	submission INTEGER NOT NULL, 
	author_id INTEGER NOT NULL, 
	kind VARCHAR NOT NULL, 
	status VARCHAR NOT NULL, 
	version INTEGER NOT NULL, 
	paragraph INTEGER NOT NULL, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	quote TEXT NOT NULL, 
	"replace" TEXT, 
	why TEXT, 
	edits JSON NOT NULL, 
	at_version INTEGER, 
	at_edits JSON, 
	salt VARCHAR NOT NULL, 
	sweeping BOOLEAN NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_plein_suggestion PRIMARY KEY (id), 
	CONSTRAINT fk_plein_suggestion_author_id FOREIGN KEY(author_id) REFERENCES plein_person (id), 
	CONSTRAINT fk_plein_suggestion_cycle_id FOREIGN KEY(cycle_id) REFERENCES plein_cycle (id), 
	CONSTRAINT uq_plein_suggestion_cycle_id_number UNIQUE (cycle_id, number)
);
INSERT INTO "plein_suggestion" VALUES(1,1,1,1,2,'suggestion','open',1,2,20,26,'homes.','houses.','Homes are what people make of them.','[[20, 25, "houses"]]',NULL,'null','0bac0468059477301d53282e0d9f1cb3',0,'2026-11-23 12:00:00.000000');
INSERT INTO "plein_suggestion" VALUES(2,1,2,2,4,'suggestion','open',1,6,120,132,'waiting list','queue',NULL,'[[120, 132, "queue"]]',NULL,'null','48449e4eabb95298842d7a19dc999fb4',0,'2026-11-23 12:00:00.000000');
INSERT INTO "plein_suggestion" VALUES(3,1,3,3,5,'suggestion','open',1,7,166,178,'every street','every street and square',NULL,'[[178, 178, " and square"]]',NULL,'null','e232d86f764d0f2f1b2c922edf3dfdbc',0,'2026-11-23 12:00:00.000000');
INSERT INTO "plein_suggestion" VALUES(4,1,4,4,2,'suggestion','withdrawn',1,4,50,72,'families with children','families',NULL,'[[58, 72, ""]]',NULL,'null','3b59adf32c445dc1021430f8e98236fb',0,'2026-11-23 12:00:00.000000');
CREATE TABLE plein_support (
	id INTEGER NOT NULL, 
	contribution_id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_plein_support PRIMARY KEY (id), 
	CONSTRAINT fk_plein_support_contribution_id FOREIGN KEY(contribution_id) REFERENCES plein_contribution (id), 
	CONSTRAINT fk_plein_support_person_id FOREIGN KEY(person_id) REFERENCES plein_person (id), 
	CONSTRAINT uq_plein_support_contribution_id_person_id UNIQUE (contribution_id, person_id)
);
CREATE TABLE plein_version (
	id INTEGER NOT NULL, 
	cycle_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	author_id INTEGER NOT NULL, 
	text TEXT NOT NULL, 
	digest VARCHAR NOT NULL, 
	base INTEGER, 
	note TEXT, 
	parts JSON, 
	published DATETIME, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_plein_version PRIMARY KEY (id), 
	CONSTRAINT fk_plein_version_author_id FOREIGN KEY(author_id) REFERENCES plein_person (id), 
	CONSTRAINT fk_plein_version_cycle_id FOREIGN KEY(cycle_id) REFERENCES plein_cycle (id), 
	CONSTRAINT uq_plein_version_cycle_id_number UNIQUE (cycle_id, number)
);
INSERT INTO "plein_version" VALUES(1,1,1,3,'# Housing

We build homes.

## Who comes first

- families with children
- people who lost their home

The town keeps a waiting list. It is public.

We like trees in every street.
','15b62852dd873bd6bd28bdc8ebfbf5ab3b33310ca57e749330e28a4c50acb36c',NULL,NULL,'null','2026-11-23 12:00:00.000000','2026-11-23 12:00:00.000000');
INSERT INTO "plein_version" VALUES(2,1,2,3,'# Housing

We build houses.

## Who comes first

- families with children
- people who lost their home

The town keeps a waiting list. It is public.

We like trees in every street.
','d56095a6046cd021ba6f29595988478d389178347773dca866c7cb57e2187d59',1,'What was adopted.','[1]',NULL,'2026-11-23 12:00:00.000000');
CREATE INDEX ix_plein_aside_author_id ON plein_aside (author_id);
CREATE INDEX ix_plein_aside_cycle_id ON plein_aside (cycle_id);
CREATE INDEX ix_plein_contribution_author_id ON plein_contribution (author_id);
CREATE INDEX ix_plein_contribution_cycle_id ON plein_contribution (cycle_id);
CREATE INDEX ix_plein_decision_by_id ON plein_decision (by_id);
CREATE INDEX ix_plein_decision_cycle_id ON plein_decision (cycle_id);
CREATE INDEX ix_plein_entry_cycle_id ON plein_entry (cycle_id);
CREATE INDEX ix_plein_entry_person_id ON plein_entry (person_id);
CREATE INDEX ix_plein_member_cycle_id ON plein_member (cycle_id);
CREATE INDEX ix_plein_member_person_id ON plein_member (person_id);
CREATE INDEX ix_plein_step_cycle_id ON plein_step (cycle_id);
CREATE INDEX ix_plein_submission_author_id ON plein_submission (author_id);
CREATE INDEX ix_plein_submission_cycle_id ON plein_submission (cycle_id);
CREATE INDEX ix_plein_suggestion_author_id ON plein_suggestion (author_id);
CREATE INDEX ix_plein_suggestion_cycle_id ON plein_suggestion (cycle_id);
CREATE INDEX ix_plein_version_author_id ON plein_version (author_id);
CREATE INDEX ix_plein_version_cycle_id ON plein_version (cycle_id);
CREATE INDEX ix_plein_nudge_contribution_id ON plein_nudge (contribution_id);
CREATE INDEX ix_plein_nudge_person_id ON plein_nudge (person_id);
CREATE INDEX ix_plein_support_contribution_id ON plein_support (contribution_id);
CREATE INDEX ix_plein_support_person_id ON plein_support (person_id);
COMMIT;
